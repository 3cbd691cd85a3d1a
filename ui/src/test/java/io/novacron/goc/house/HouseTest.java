package io.novacron.goc.house;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.conditions.ArchConditions.callMethodWhere;
import static com.tngtech.archunit.lang.conditions.ArchConditions.not;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.router.Route;
import io.novacron.goc.GlobalOperationsCenter;
import io.novacron.goc.kernel.DomainEvent;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.modulith.core.ApplicationModules;

/** The walls of the house: which room may see which, and which library stays in which room. */
class HouseTest {

    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.novacron.goc");

    @Test
    void roomsEnterOnlyTheRoomsTheyMay() {
        ApplicationModules.of(GlobalOperationsCenter.class).verify();
    }

    @Test
    void theWingsNeverSeeOneAnother() {
        Set<String> wings = Set.of("streaming", "analytics", "reporting");
        for (String wing : wings) {
            String[] others = wings.stream()
                    .filter(other -> !other.equals(wing))
                    .map(other -> "io.novacron.goc." + other + "..")
                    .toArray(String[]::new);

            noClasses()
                    .that()
                    .resideInAPackage("io.novacron.goc." + wing + "..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(others)
                    .because("the wings meet through ports and events of the first floor")
                    .check(HOUSE);
        }
    }

    @Test
    void eachLibraryStaysInItsRoom() {
        Map.of(
                        "org.apache.kafka..", "io.novacron.goc.streaming..",
                        "org.apache.ratis..", "io.novacron.goc.consensus..",
                        "smile..", "io.novacron.goc.analytics..",
                        "org.apache.pdfbox..", "io.novacron.goc.reporting..",
                        "com.vaadin..", "io.novacron.goc.ui..")
                .forEach((library, room) -> noClasses()
                        .that(resideOutsideOfPackages(room, "io.novacron.goc"))
                        .should()
                        .dependOnClassesThat()
                        .resideInAPackage(library)
                        .because(library + " can then be replaced in one place: " + room)
                        .check(HOUSE));
    }

    @Test
    void theKernelKnowsOnlyTheJdk() {
        classes()
                .that()
                .resideInAPackage("io.novacron.goc.kernel..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("io.novacron.goc.kernel..", "java..", "org.jspecify..")
                .because("every room knows the kernel, so whatever it knew everybody would know")
                .check(HOUSE);
    }

    @Test
    void onlyStoresSpeakSql() {
        noClasses()
                .that(resideOutsideOfPackages("io.novacron.goc.db.."))
                .and()
                .haveSimpleNameNotEndingWith("Store")
                .and(notInsideAStore())
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.springframework.jdbc.core..", "java.sql..", "org.postgresql..")
                .because("a query is found where its table is: in the store of its room")
                .check(HOUSE);
    }

    @Test
    void timeAndLuckComeInByConstructor() {
        DescribedPredicate<JavaMethodCall> clockOrLuck =
                DescribedPredicate.describe("a read of the real clock, of hidden randomness, or a sleep", call -> {
                    JavaClass owner = call.getTargetOwner();
                    String method = call.getName();
                    return method.equals("now")
                                    && owner.getPackageName().equals("java.time")
                                    && call.getTarget().getRawParameterTypes().isEmpty()
                            || owner.isEquivalentTo(System.class)
                                    && Set.of("currentTimeMillis", "nanoTime").contains(method)
                            || owner.isEquivalentTo(Thread.class) && method.equals("sleep")
                            || owner.isEquivalentTo(ThreadLocalRandom.class)
                            || owner.isEquivalentTo(UUID.class) && method.equals("randomUUID")
                            || owner.isEquivalentTo(Math.class) && method.equals("random");
                });

        classes()
                .that(resideOutsideOfPackages("io.novacron.goc.kernel..", "io.novacron.goc.db.."))
                .should(not(callMethodWhere(clockOrLuck)))
                .because("what a test cannot set it cannot repeat; the kernel wraps clock, ticker and randomness")
                .check(HOUSE);
        noClasses()
                .that(resideOutsideOfPackages("io.novacron.goc.kernel..", "io.novacron.goc.db.."))
                .should()
                .dependOnClassesThat()
                .areAssignableTo(Random.class)
                .because("randomness is keyed by seed, subject and tick: kernel.Draws")
                .check(HOUSE);
    }

    @Test
    void nothingIsInjectedIntoFieldsAndNothingStaticChanges() {
        noFields()
                .should()
                .beAnnotatedWith(Autowired.class)
                .orShould()
                .beAnnotatedWith(Value.class)
                .because("a constructor says what a class needs")
                .check(HOUSE);
        fields().that()
                .areStatic()
                .and()
                .doNotHaveModifier(JavaModifier.SYNTHETIC)
                .should()
                .beFinal()
                .because("a static that changes is shared by every test and every session")
                .check(HOUSE);
    }

    @Test
    void viewsArePrivateToTheirRoomAndLeaveStoresAlone() {
        classes()
                .that()
                .areAnnotatedWith(Route.class)
                .should()
                .bePackagePrivate()
                .andShould()
                .haveModifier(JavaModifier.FINAL)
                .because("a view is reached by its address, never from code")
                .check(HOUSE);
        noClasses()
                .that()
                .areAssignableTo(Component.class)
                .should()
                .dependOnClassesThat()
                .haveSimpleNameEndingWith("Store")
                .because("a screen asks the room's service")
                .check(HOUSE);
    }

    @Test
    void eventsAreRecords() {
        classes()
                .that()
                .implement(DomainEvent.class)
                .and()
                .areNotInterfaces()
                .should()
                .beRecords()
                .because("an event is a fact, and facts do not change")
                .check(HOUSE);
    }

    @Test
    void noClassHidesBehindAVagueName() {
        noClasses()
                .should()
                .haveNameMatching(".*\\.\\w*(Manager|Helper|Utils?|Impl|Base|Common|Info)$")
                .because("if only such a name fits, the thing has not been found yet")
                .check(HOUSE);
    }

    private static DescribedPredicate<JavaClass> notInsideAStore() {
        return DescribedPredicate.describe(
                "not nested in a store",
                type -> type.getEnclosingClass()
                        .map(outer -> !outer.getSimpleName().endsWith("Store"))
                        .orElse(true));
    }

    @Test
    void theHouseWasLookedAtWhole() {
        classes()
                .that(resideInAnyPackage("io.novacron.goc.kernel..", "io.novacron.goc.ui.."))
                .should()
                .haveNameMatching("io\\.novacron\\.goc\\..*")
                .check(HOUSE);
    }
}
