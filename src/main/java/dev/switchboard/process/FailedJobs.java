package dev.switchboard.process;

import org.camunda.bpm.engine.impl.cmd.DefaultJobRetryCmd;
import org.camunda.bpm.engine.impl.cmd.JobRetryCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.jobexecutor.FailedJobCommandFactory;

/** A failed job follows the retry cycle of its diagram, unless its delegate said {@link NoRetry}. */
class FailedJobs implements FailedJobCommandFactory {

    @Override
    public Command<Object> getCommand(String jobId, Throwable exception) {
        for (var cause = exception; cause != null; cause = cause.getCause()) {
            if (cause instanceof NoRetry) {
                return new Stop(jobId, cause);
            }
        }
        return new DefaultJobRetryCmd(jobId, exception);
    }

    private static final class Stop extends JobRetryCmd {

        private static final long serialVersionUID = 1L;

        Stop(String jobId, Throwable noRetry) {
            super(jobId, noRetry);
        }

        @Override
        public Object execute(CommandContext context) {
            var job = getJob();
            if (job != null) {
                job.unlock();
                logException(job);
                // The engine raises the incident when the last retry is taken away
                job.setRetries(0);
                notifyAcquisition(context);
            }
            return null;
        }
    }
}
