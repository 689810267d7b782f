package org.ecart.ui.explore;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import org.ecart.model.Category;
import org.ecart.model.Condition;
import org.ecart.model.Counted;
import org.ecart.model.Period;
import org.ecart.model.Shift;
import org.ecart.study.Offer;
import org.ecart.ui.text.Texts;

/** Other dates by menu: what a variable is then, who is only there, and whom a table follows. */
final class FollowingMenus {
    private static final int MOST_YEARS = 3;

    private final ExploreViewModel model;
    private final Texts texts;

    FollowingMenus(ExploreViewModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
    }

    /** What can be asked of a variable on an axis. */
    List<MenuItem> of(String variable) {
        List<MenuItem> items = new ArrayList<>(List.of(new SeparatorMenuItem(), dates(variable), crossed(variable)));
        there(variable).ifPresent(shift -> items.add(also(variable, shift)));
        return items;
    }

    /** The other date that a variable is read at, where persons may be who are not in the table's own. */
    private Optional<Shift> there(String variable) {
        Optional<Shift> shift = model.offerProperty().get().otherDate(variable);
        return shift.filter(s -> !s.equals(new Shift.Years(0)));
    }

    private Menu dates(String variable) {
        Menu menu = new Menu(texts.get("ui.explore.date.read"));
        menu.setId("menu-dates");
        Optional<Shift> now = FollowingEdits.shift(variable);
        menu.getItems()
                .add(chosen(
                        "menu-date-table",
                        texts.get("ui.explore.date.table"),
                        now.isEmpty(),
                        () -> model.edit(b -> FollowingEdits.dated(b, variable, Optional.empty()))));
        shifts().forEach(shift -> menu.getItems()
                .add(chosen(
                        "menu-date-" + shift.text(),
                        texts.get(Offer.when(shift)),
                        now.filter(shift::equals).isPresent(),
                        () -> model.edit(b -> FollowingEdits.dated(b, variable, Optional.of(shift))))));
        return menu;
    }

    /** One to three years later, a year before, and each of the dates that there are. */
    private Stream<Shift> shifts() {
        return Stream.of(
                        IntStream.rangeClosed(1, MOST_YEARS).<Shift>mapToObj(Shift.Years::new),
                        Stream.<Shift>of(new Shift.Years(-1)),
                        model.offerProperty().get().periods().stream().<Shift>map(Shift.Fixed::new))
                .flatMap(some -> some);
    }

    private Menu crossed(String variable) {
        Menu menu = new Menu(texts.get("ui.explore.date.transition"));
        menu.setId("menu-transition");
        IntStream.rangeClosed(1, MOST_YEARS).<Shift>mapToObj(Shift.Years::new).forEach(shift -> menu.getItems()
                .add(VariableMenu.item(
                        "menu-transition-" + shift.text(),
                        texts.get(Offer.when(shift)),
                        () -> model.edit(b -> FollowingEdits.crossed(b, variable, shift)))));
        return menu;
    }

    private CheckMenuItem also(String variable, Shift shift) {
        boolean counted =
                model.breakdown().counted().also().filter(shift::equals).isPresent();
        return chosen(
                "menu-also",
                texts.get("ui.explore.date.also", texts.get(Offer.when(shift))),
                counted,
                () -> model.edit(b -> counted
                        ? FollowingEdits.notCounting(b)
                        : FollowingEdits.counting(
                                b, model.offerProperty().get().readThere(variable), Optional.of(shift))));
    }

    private static CheckMenuItem chosen(String id, String text, boolean selected, Runnable run) {
        CheckMenuItem item = new CheckMenuItem(text);
        item.setMnemonicParsing(false);
        item.setId(id);
        item.setSelected(selected);
        item.setOnAction(e -> run.run());
        return item;
    }

    /** Asks a filter at one of the dates only. */
    Menu cohort(Condition filter) {
        return starts("menu-cohort", texts.get("ui.explore.cohort.make"), filter);
    }

    /**
     * Follows those whom a line, a column or a cell is about, as they are at one of the dates.
     *
     * @param shown its categories, the innermost first
     */
    Optional<Menu> cohort(List<GridModel.Of> shown) {
        List<Condition> who = new ArrayList<>();
        List<String> names = new ArrayList<>();
        for (GridModel.Of each : shown) {
            if (!each.code().equals(Category.TOTAL)) {
                who.add(0, new Condition.In(each.variable(), List.of(each.code())));
                names.add(0, each.label());
            }
        }
        // What is read at another date cannot be asked at the start.
        boolean dated = shown.stream()
                .anyMatch(each ->
                        model.offerProperty().get().otherDate(each.variable()).isPresent());
        return who.isEmpty() || dated
                ? Optional.empty()
                : Optional.of(starts(
                        "menu-follow",
                        texts.get("ui.explore.cohort.follow", String.join(", ", names)),
                        who.size() == 1 ? who.get(0) : new Condition.And(who)));
    }

    private Menu starts(String id, String text, Condition who) {
        Menu menu = new Menu(text);
        menu.setMnemonicParsing(false);
        menu.setId(id);
        List<Period> dates = model.offerProperty().get().periods();
        for (Period start : dates) {
            menu.getItems()
                    .add(VariableMenu.item(
                            id + "-" + start,
                            start.toString(),
                            () -> model.edit(
                                    b -> FollowingEdits.through(FollowingEdits.cohort(b, who, start), start, dates))));
        }
        return menu;
    }

    /** Whom the table follows and who is counted besides, as far as it says. */
    List<Node> chips() {
        Counted counted = model.breakdown().counted();
        List<Node> chips = new ArrayList<>();
        counted.cohort().ifPresent(cohort -> {
            String text =
                    texts.get("ui.explore.cohort", cohort.start(), new ConditionWords(model, texts).of(cohort.who()));
            Chip chip = new Chip("chip-cohort", text).styled("ecart-chip-filter");
            if (withLeavers(counted)) {
                chip.aside(texts.get("ui.explore.cohort.left"));
            }
            chip.removable(texts.get("ui.explore.remove", text), () -> model.edit(FollowingEdits::noCohort));
            chip.withMenu(() -> {
                boolean leavers = withLeavers(counted);
                ContextMenu menu = new ContextMenu();
                menu.getItems()
                        .add(chosen(
                                "menu-leavers",
                                texts.get("ui.explore.cohort.leavers"),
                                leavers,
                                () -> model.edit(b -> FollowingEdits.leavers(b, !leavers))));
                return menu;
            });
            chips.add(chip.node());
        });
        counted.also().filter(also -> !withLeavers(counted)).ifPresent(also -> {
            String text = texts.get("ui.explore.also", texts.get(Offer.when(also)));
            Chip chip = new Chip("chip-also", text).styled("ecart-chip-filter");
            chip.removable(texts.get("ui.explore.remove", text), () -> model.edit(FollowingEdits::notCounting));
            chips.add(chip.node());
        });
        return chips;
    }

    private static boolean withLeavers(Counted counted) {
        Optional<Shift> start = counted.cohort().map(cohort -> new Shift.Fixed(cohort.start()));
        return start.isPresent() && counted.also().equals(start);
    }
}
