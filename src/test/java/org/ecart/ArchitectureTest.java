package org.ecart;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.constructors;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The rules of the house, each with its reason. */
@AnalyzeClasses(packages = "org.ecart", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    /** Every room may use those before it; the two faces come last and do not know each other. */
    private static final List<String> ROOMS = List.of(
            "model",
            "i18n",
            "files",
            "frame",
            "intake",
            "store",
            "derive",
            "tabulate",
            "stats",
            "protect",
            "chart",
            "export",
            "study");

    private static final List<String> FACES = List.of("batch", "ui");

    /** Stands aside: invented data never touch the pipeline. */
    private static final String SYNTHETIC = "synthetic";

    /** The wiring, which alone knows both faces. */
    private static final Set<String> FRONT_DOOR = Set.of("org.ecart.Launcher", "org.ecart.MainJob");

    private static final Path SOURCES = Path.of("src", "main", "java", "org", "ecart");

    // 1. The order.

    @ArchTest
    static void everyRoomUsesOnlyTheRoomsBeforeIt(JavaClasses house) {
        for (int room = 0; room < ROOMS.size(); room++) {
            mayUse(ROOMS.get(room), ROOMS.subList(0, room))
                    .because("data flow one way, and nothing downstream asks upstream for more")
                    .check(house);
        }
        for (String face : FACES) {
            List<String> all = new ArrayList<>(ROOMS);
            all.add(SYNTHETIC);
            mayUse(face, all)
                    .because("the two faces are thin and stand apart: what one can do the other can do without it")
                    .check(house);
        }
        mayUse(SYNTHETIC, List.of("model", "i18n"))
                .because("invented data come in as files, by the same door as delivered ones")
                .check(house);
    }

    private static ArchRule mayUse(String room, List<String> others) {
        String[] allowed = Stream.concat(Stream.of(room), others.stream())
                .map(ArchitectureTest::packages)
                .toArray(String[]::new);
        return noClasses()
                .that()
                .resideInAPackage(packages(room))
                .should()
                .dependOnClassesThat(resideInAPackage("org.ecart..").and(not(resideInAnyPackage(allowed))))
                .allowEmptyShould(true);
    }

    private static String packages(String room) {
        return "org.ecart." + room + "..";
    }

    @ArchTest
    static final ArchRule NO_CYCLES = slices().matching("org.ecart.(*)..")
            .should()
            .beFreeOfCycles()
            .because("a room that needs itself through another cannot be read alone");

    @ArchTest
    static final ArchRule EVERY_CLASS_HAS_A_ROOM = classes()
            .that(not(describe("open the front door", c -> FRONT_DOOR.contains(outermost(c)))))
            .should()
            .resideInAnyPackage(Stream.of(ROOMS, FACES, List.of(SYNTHETIC))
                    .flatMap(List::stream)
                    .map(ArchitectureTest::packages)
                    .toArray(String[]::new))
            .because("a package is a subject of the trade, and the front door only opens it");

    private static String outermost(JavaClass type) {
        return type.getName().replaceFirst("[$].*", "");
    }

    // 2. One home a library.

    @ArchTest
    static final ArchRule MODEL_NEEDS_THE_JDK_ONLY = classes()
            .that()
            .resideInAPackage("org.ecart.model..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("org.ecart.model..", "java..")
            .because("the vocabulary outlives every library");

    @ArchTest
    static final ArchRule JAVAFX_IN_UI =
            home(List.of("ui"), "javafx..", "org.controlsfx..", "atlantafx..", "org.jfree.chart.fx..");

    @ArchTest
    static final ArchRule SQL_IN_STORE = home(List.of("store"), "java.sql..", "javax.sql..", "org.h2..");

    @ArchTest
    static final ArchRule DELIMITED_TEXT_IN_INTAKE_AND_EXPORT =
            home(List.of("intake", "export"), "org.apache.commons.csv..");

    @ArchTest
    static final ArchRule SPREADSHEETS_IN_INTAKE_AND_EXPORT = home(List.of("intake", "export"), "org.apache.poi..");

    @ArchTest
    static final ArchRule DRAWING_IN_CHART = home(
            List.of("chart", "ui"),
            "org.jfree..",
            "java.awt..",
            "javax.swing..",
            "javax.imageio..",
            "org.apache.batik..");

    @ArchTest
    static final ArchRule LINEAR_PROGRAMS_IN_PROTECT = home(List.of("protect"), "org.ojalgo..");

    @ArchTest
    static final ArchRule JSON_IN_FILES_STORE_AND_EXPORT =
            home(List.of("files", "store", "export"), "com.fasterxml.jackson..");

    @ArchTest
    static final ArchRule COMMAND_LINE_IN_BATCH = home(List.of("batch"), "picocli..");

    /** Names of places, with which nobody connects. */
    private static final Set<String> ADDRESSES = Set.of("java.net.URL", "java.net.URI", "java.net.URISyntaxException");

    @ArchTest
    static final ArchRule NOTHING_REACHES_THE_NETWORK = noClasses()
            .should()
            .dependOnClassesThat(resideInAnyPackage("java.net..", "javax.net..", "java.rmi..", "com.sun.net..")
                    .and(describe("are more than an address", c -> !ADDRESSES.contains(c.getName()))))
            .orShould()
            .dependOnClassesThat()
            .haveNameMatching(
                    "java[.]nio[.]channels[.].*(Socket|Datagram|Multicast|Network).*|org[.]h2[.]tools[.]Server.*"
                            + "|org[.]h2[.]server[.].*")
            .orShould()
            .callMethodWhere(describe(
                    "read from an address",
                    call -> call.getTargetOwner().getName().equals("java.net.URL")
                            && call.getName().startsWith("open")))
            .because("persons' data stay on this machine: no listener, no connection");

    private static ArchRule home(List<String> rooms, String... library) {
        return noClasses()
                .that(not(resideInAnyPackage(
                        rooms.stream().map(ArchitectureTest::packages).toArray(String[]::new))))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(library)
                .because("a library with one home can be exchanged there: here in " + String.join(" and ", rooms));
    }

    // 3. The type system is the disclosure gate.

    @ArchTest
    static final ArchRule WHAT_LEAVES_SEES_ONLY_RELEASABLE_TABLES = noClasses()
            .that()
            .resideInAnyPackage("org.ecart.chart..", "org.ecart.export..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.ecart.frame..",
                    "org.ecart.intake..",
                    "org.ecart.store..",
                    "org.ecart.derive..",
                    "org.ecart.tabulate..",
                    "org.ecart.stats..")
            .because("who draws and writes must not be able to reach a count that was not protected");

    @ArchTest
    static final ArchRule ONLY_PROTECT_MAKES_RELEASABLE_TABLES = constructors()
            .that()
            .areDeclaredIn("org.ecart.protect.ReleasableTable")
            .should()
            .notBePublic()
            .andShould()
            .notBeProtected()
            .because("a table that is said to be safe was looked at");

    // 4. Values.

    @ArchTest
    static final ArchRule MODEL_HAS_NO_SETTERS = methods()
            .that()
            .areDeclaredInClassesThat()
            .resideInAPackage("org.ecart.model..")
            .should()
            .haveNameNotMatching("set[A-Z].*")
            .because("a value that cannot change needs no watching");

    @ArchTest
    static final ArchRule MODEL_KEEPS_NOTHING_THAT_CHANGES = fields().that()
            .areDeclaredInClassesThat()
            .resideInAPackage("org.ecart.model..")
            .should()
            .beFinal()
            .because("a value that cannot change needs no watching");

    // 5. View models.

    @ArchTest
    static final ArchRule VIEW_MODELS_SEE_NO_SCENE = noClasses()
            .that()
            .haveSimpleNameEndingWith("ViewModel")
            .should()
            .dependOnClassesThat(
                    resideInAPackage("javafx..").and(not(resideInAnyPackage("javafx.beans..", "javafx.collections.."))))
            .allowEmptyShould(true)
            .because("what a screen does is tested without a screen");

    // 6. Small things.

    @ArchTest
    static final ArchRule NO_MUTABLE_STATICS = fields().that()
            .areStatic()
            .should(beFinalAndNot(describe(
                    "a collection or a counter that changes",
                    (JavaClass c) -> c.getName().startsWith("java.util.concurrent")
                            || List.of("java.util.HashMap", "java.util.ArrayList", "java.util.TreeMap")
                                    .contains(c.getName()))))
            .because("what is handed in can be tested and run twice at once");

    private static ArchCondition<JavaField> beFinalAndNot(DescribedPredicate<JavaClass> changing) {
        return new ArchCondition<>("be final and not " + changing.getDescription()) {
            @Override
            public void check(JavaField field, ConditionEvents events) {
                boolean constant = field.getModifiers().contains(JavaModifier.FINAL);
                if (!constant || changing.test(field.getRawType())) {
                    events.add(SimpleConditionEvent.violated(field, field.getDescription() + " can change"));
                }
            }
        };
    }

    @ArchTest
    static final ArchRule ONLY_BATCH_PRINTS = noClasses()
            .that()
            .resideOutsideOfPackage("org.ecart.batch..")
            .should()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err")
            .because("data and messages have one way out, and a window has no console");

    @ArchTest
    static final ArchRule NAMES_OF_THE_TRADE = noClasses()
            .should()
            .haveNameMatching(".*(Util|Utils|Helper|Helpers|Manager)")
            .because("such a name says that the idea behind the class was not found");

    @Test
    void noClassIsLongerThan400Lines() throws IOException {
        try (Stream<Path> sources = Files.walk(SOURCES)) {
            for (Path source :
                    sources.filter(p -> p.toString().endsWith(".java")).toList()) {
                assertThat(Files.readAllLines(source))
                        .as("a class fits on a few screens: " + source)
                        .hasSizeLessThanOrEqualTo(400);
            }
        }
    }

    @TestFactory
    Stream<DynamicTest> everyRoomSaysWhatItOwns() {
        return Stream.of(ROOMS, FACES, List.of(SYNTHETIC))
                .flatMap(List::stream)
                .filter(room -> Files.isDirectory(SOURCES.resolve(room)))
                .map(room -> DynamicTest.dynamicTest(
                        room, () -> assertThat(SOURCES.resolve(room).resolve("package-info.java"))
                                .content()
                                .contains("/**")));
    }
}
