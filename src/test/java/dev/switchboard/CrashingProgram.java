package dev.switchboard;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.aopalliance.intercept.MethodInterceptor;
import org.springframework.aop.framework.ProxyFactory;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.support.GenericApplicationContext;

/**
 * The whole program in a JVM of its own, which halts at a seam as if the power went: no shutdown hook, no rollback, no
 * goodbye. The seam is {@code "before bean.method"} or {@code "after bean.method"}; after means committed.
 */
final class CrashingProgram {

    static final int HALTED = 17;

    private CrashingProgram() {}

    /** @param args the seam, the file that gets the port, and the settings */
    public static void main(String[] args) {
        var application = new SpringApplication(SwitchboardApplication.class);
        // A bean without an order is the last post-processor: around the transaction, not inside it
        application.addInitializers(context ->
                ((GenericApplicationContext) context).registerBean("seam", Seam.class, () -> new Seam(args[0])));
        application.addListeners((ApplicationListener<ApplicationReadyEvent>) ready -> write(
                Path.of(args[1]), ready.getApplicationContext().getEnvironment().getProperty("local.server.port")));
        var settings = new String[args.length - 2];
        System.arraycopy(args, 2, settings, 0, settings.length);
        application.run(settings);
    }

    private static void write(Path file, String port) {
        try {
            var aside = Files.writeString(file.resolveSibling("port.writing"), port);
            Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private record Seam(String place) implements BeanPostProcessor {

        @Override
        public Object postProcessAfterInitialization(Object bean, String name) {
            if (!place.contains(" " + name + ".")) {
                return bean;
            }
            var proxy = new ProxyFactory(bean);
            proxy.setProxyTargetClass(true);
            proxy.addAdvice((MethodInterceptor) call -> {
                var here = " " + name + "." + call.getMethod().getName();
                if (place.equals("before" + here)) {
                    Runtime.getRuntime().halt(HALTED);
                }
                var result = call.proceed();
                if (place.equals("after" + here)) {
                    Runtime.getRuntime().halt(HALTED);
                }
                return result;
            });
            return proxy.getProxy();
        }
    }
}
