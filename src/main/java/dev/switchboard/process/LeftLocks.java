package dev.switchboard.process;

import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * A program that was killed leaves its jobs locked for five minutes, and their requests waiting. H2's file belongs to one
 * program at a time, so at start, before the job executor runs, every lock in it is a dead one's.
 */
@Component
class LeftLocks implements SmartInitializingSingleton {

    private static final Logger LOG = LoggerFactory.getLogger(LeftLocks.class);

    private final JdbcClient engine;

    LeftLocks(@Qualifier("camundaBpmDataSource") DataSource engine) {
        this.engine = JdbcClient.create(engine);
    }

    @Override
    public void afterSingletonsInstantiated() {
        var freed = engine.sql("""
                        update ACT_RU_JOB set LOCK_OWNER_ = null, LOCK_EXP_TIME_ = null where LOCK_OWNER_ is not null
                        """).update();
        if (freed > 0) {
            LOG.info("{} jobs that a killed program had begun go on at once", freed);
        }
    }
}
