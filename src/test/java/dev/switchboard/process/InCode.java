package dev.switchboard.process;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** What the program's classes say about the diagrams; tests are not looked at. */
final class InCode {

    private static final String MESSAGE = "MESSAGE_";
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.switchboard");

    private InCode() {}

    /** The names of the delegates and listeners, each with its class. */
    static Map<String, String> beans() {
        return CLASSES.stream()
                .filter(type -> Stream.of(JavaDelegate.class, ExecutionListener.class, TaskListener.class)
                        .anyMatch(type::isAssignableTo))
                .filter(type -> type.isAnnotatedWith(Component.class))
                .collect(Collectors.toMap(
                        type -> type.getAnnotationOfType(Component.class).value(), JavaClass::getSimpleName));
    }

    /** The classes of ours that a bean's class uses. */
    static Set<String> uses(String bean) {
        return CLASSES.stream()
                .filter(type -> type.isAnnotatedWith(Component.class))
                .filter(type ->
                        type.getAnnotationOfType(Component.class).value().equals(bean))
                .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                .map(dependency -> dependency.getTargetClass().getSimpleName())
                .collect(Collectors.toSet());
    }

    static Set<String> variables() {
        return CLASSES.get(Vars.class).getFields().stream()
                .map(InCode::value)
                .map(value -> value instanceof Variable<?> variable
                        ? variable.name()
                        : value instanceof LongText text ? text.name() : "")
                .collect(Collectors.toSet());
    }

    /** Names of messages, from the classes that hold a diagram's ids. */
    static Set<String> messages() {
        return ids(field -> field.getName().startsWith(MESSAGE));
    }

    /** All other ids of a diagram or table, the process's own among them. */
    static Set<String> ids() {
        return ids(field -> !field.getName().startsWith(MESSAGE));
    }

    private static Set<String> ids(Predicate<JavaField> wanted) {
        return CLASSES.stream()
                .filter(type -> type.getPackageName().equals(InCode.class.getPackageName()))
                .filter(type -> constants(type)
                        .anyMatch(field ->
                                field.getName().equals("KEY") || field.getName().startsWith(MESSAGE)))
                .flatMap(InCode::constants)
                .filter(wanted)
                .map(field -> (String) value(field))
                .collect(Collectors.toSet());
    }

    private static Stream<JavaField> constants(JavaClass type) {
        return type.getFields().stream()
                .filter(field -> field.getModifiers().contains(JavaModifier.PUBLIC))
                .filter(field -> field.getModifiers().contains(JavaModifier.STATIC))
                .filter(field -> field.getRawType().isEquivalentTo(String.class));
    }

    private static Object value(JavaField field) {
        try {
            return field.reflect().get(null);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }
}
