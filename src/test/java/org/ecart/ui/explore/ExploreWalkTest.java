package org.ecart.ui.explore;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Toggle;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Popup;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.ecart.files.Definitions;
import org.ecart.model.Language;
import org.ecart.model.Study;
import org.ecart.ui.action.Action;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/** Whatever an analyst does, in whatever order: no exception, and undo leads back. */
class ExploreWalkTest extends ExploreOnStage {
    private static final int ACTIONS = 200;
    private static final long MOST_CELLS = 1_000;

    /** Without protection: that of a random sparse table takes minutes on a busy machine, and is walked elsewhere. */
    @Override
    Study study() {
        return Sample.unprotected(super.study(), "a walk looks at the screen");
    }

    @Start
    void start(Stage shown) throws Exception {
        open(shown);
    }

    @Test
    void twoHundredRandomActionsEndInNoException(FxRobot robot) throws Exception {
        settle();
        String start = Definitions.text(model.study());
        long seed = Long.getLong("ecart.seed", new Random().nextLong());
        Random random = new Random(seed);
        for (int i = 0; i < ACTIONS; i++) {
            String what = "seed " + seed + ", action " + i + ", " + act(robot, random);
            assertThat(defects).as(what).isEmpty();
            // figures in the grid by the thousand are looked at elsewhere
            robot.interact(() -> {
                while (model.cells() > MOST_CELLS) {
                    model.undo();
                }
            });
            if (random.nextInt(4) == 0) {
                settle(what);
            }
        }
        settle();
        while (!model.nothingToUndoProperty().get()) {
            robot.interact(model::undo);
        }
        settle();
        assertThat(Definitions.text(model.study())).as("seed %d", seed).isEqualTo(start);
    }

    /** Something that a user can do: a named action, a key on a chip, an entry of a menu, a date, a language. */
    private String act(FxRobot robot, Random random) {
        List<String> told = new ArrayList<>();
        robot.interact(() -> {
            int kind = random.nextInt(10);
            if (kind < 2) {
                List<Action> all = actions.all().stream()
                        .filter(a -> !a.id().startsWith("explore.export"))
                        .toList();
                Action action = all.get(random.nextInt(all.size()));
                told.add(action.id());
                action.perform();
            } else if (kind < 7) {
                told.add(menu(random));
            } else if (kind == 7) {
                List<Node> chips = List.copyOf(stage.getScene().getRoot().lookupAll(".ecart-chip"));
                Node chip = chips.get(random.nextInt(chips.size()));
                told.add("delete " + chip.getId());
                chip.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.DELETE, false, false, false, false));
            } else if (kind == 8) {
                List<Node> dates = List.copyOf(stage.getScene().getRoot().lookupAll(".ecart-date"));
                Toggle date = (Toggle) dates.get(random.nextInt(dates.size()));
                told.add("date");
                ((ToggleButton) date).fire();
            } else {
                told.add("language");
                texts.languageProperty().set(Language.values()[random.nextInt(Language.values().length)]);
            }
            // a sheet that stays open is not what is walked here
            for (Window window : List.copyOf(Window.getWindows())) {
                if (window instanceof Popup) {
                    window.hide();
                }
            }
        });
        return String.join(" ", told);
    }

    /** Whether it is no variable, or one of few categories. */
    private boolean small(Node item) {
        String start = "palette-variable-";
        return !item.getId().startsWith(start)
                || model.offerProperty()
                        .get()
                        .find(item.getId().substring(start.length()))
                        .filter(c -> !c.categories().isEmpty() && c.categories().size() <= 20)
                        .isPresent();
    }

    /** Opens the menu of something in the palette and takes one of its entries. */
    private String menu(Random random) {
        List<Node> items = stage.getScene().getRoot().lookupAll(".ecart-item").stream()
                .filter(this::small)
                .toList();
        Node item = items.get(random.nextInt(items.size()));
        item.fireEvent(new ContextMenuEvent(ContextMenuEvent.CONTEXT_MENU_REQUESTED, 0, 0, 0, 0, true, null));
        for (Window window : List.copyOf(Window.getWindows())) {
            if (window instanceof ContextMenu menu) {
                List<MenuItem> entries = menu.getItems().stream()
                        .filter(m -> m.getOnAction() != null)
                        .toList();
                menu.hide();
                MenuItem entry = entries.get(random.nextInt(entries.size()));
                entry.fire();
                return item.getId() + " " + entry.getId();
            }
        }
        return item.getId();
    }
}
