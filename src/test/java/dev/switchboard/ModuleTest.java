package dev.switchboard;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_FIELD_INJECTION;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.docs.Documenter;
import org.springframework.stereotype.Controller;

/** The rules between packages: a package is a capability, and its types are its own unless they are public at its top. */
class ModuleTest {

    private static final String ROOT = "dev.switchboard";

    private static final JavaClasses PROGRAM = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(ROOT);

    private static final JavaClasses TESTS = new ClassFileImporter()
            .withImportOption(new ImportOption.OnlyIncludeTests())
            .importPackages(ROOT);

    @Test
    void modulesHaveNoCyclesAndUseOnlyWhatIsPublicAtAnothersTop() {
        ApplicationModules.of(SwitchboardApplication.class).verify();
    }

    @Test
    void theirPictureIsDrawn() {
        new Documenter(ApplicationModules.of(SwitchboardApplication.class))
                .writeModulesAsPlantUml()
                .writeIndividualModulesAsPlantUml()
                .writeModuleCanvases();
    }

    @Test
    void nestedPackagesHaveNoCyclesEither() {
        slices().matching(ROOT + ".(**)").should().beFreeOfCycles().check(PROGRAM);
    }

    @Test
    void onlyProcessDelegatesAndListenersKnowTheEngine() {
        noClasses()
                .that(not(resideInAPackage(ROOT + ".process..")))
                .and(not(describe(
                        "are delegates or listeners",
                        type -> outermost(type).getSimpleName().matches(".*(Delegate|Listener)"))))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.camunda..")
                .check(PROGRAM);
    }

    @Test
    void onlyProcessKnowsTheEnginesInside() {
        noClasses()
                .that(not(resideInAPackage(ROOT + ".process..")))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.camunda..impl..")
                .check(PROGRAM);
    }

    @Test
    void controllersAreNobodyElses() {
        classes()
                .that()
                .areMetaAnnotatedWith(Controller.class)
                .should()
                .bePackagePrivate()
                .check(PROGRAM);
    }

    @Test
    void whatAClassNeedsIsInItsConstructor() {
        NO_CLASSES_SHOULD_USE_FIELD_INJECTION.check(PROGRAM);
    }

    @Test
    void thereIsOneWayToLog() {
        NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING.check(PROGRAM);
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName(ROOT + ".system.StartupReport")
                .should(ACCESS_STANDARD_STREAMS)
                .check(PROGRAM);
        fields().that()
                .haveRawType(org.slf4j.Logger.class)
                .should()
                .bePrivate()
                .andShould()
                .beStatic()
                .andShould()
                .beFinal()
                .check(PROGRAM);
    }

    @Test
    void testsPollAndNeverSleep() {
        noClasses()
                .should()
                .callMethod(Thread.class, "sleep", long.class)
                .orShould()
                .callMethod(Thread.class, "sleep", long.class, int.class)
                .orShould()
                .callMethod(TimeUnit.class, "sleep", long.class)
                .check(TESTS);
    }

    private static JavaClass outermost(JavaClass type) {
        return type.getEnclosingClass().map(ModuleTest::outermost).orElse(type);
    }
}
