package dev.switchboard.process;

import java.util.AbstractMap;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.stereotype.Component;

/**
 * The beans a diagram may name: delegates and listeners, nothing else of the program. Looked up when they are used,
 * because delegates themselves need the engine.
 */
@Component
class DelegateBeans extends AbstractMap<Object, Object> implements AllowedBeans {

    private final ListableBeanFactory beans;

    DelegateBeans(ListableBeanFactory beans) {
        this.beans = beans;
    }

    Set<String> names() {
        return Stream.of(JavaDelegate.class, ExecutionListener.class, TaskListener.class)
                .flatMap(type -> of(type).stream())
                .collect(Collectors.toSet());
    }

    @Override
    public Set<String> of(Class<?> kind) {
        return Set.of(beans.getBeanNamesForType(kind, false, false));
    }

    @Override
    public boolean containsKey(Object name) {
        return names().contains(name);
    }

    @Override
    public Object get(Object name) {
        return containsKey(name) ? beans.getBean((String) name) : null;
    }

    @Override
    public Set<Entry<Object, Object>> entrySet() {
        return names().stream()
                .map(name -> new SimpleImmutableEntry<Object, Object>(name, beans.getBean(name)))
                .collect(Collectors.toSet());
    }
}
