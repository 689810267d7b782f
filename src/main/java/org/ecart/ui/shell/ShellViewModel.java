package org.ecart.ui.shell;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.LongProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleLongProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableBooleanValue;
import org.ecart.model.EcartException;
import org.ecart.model.Labels;
import org.ecart.model.Language;
import org.ecart.model.Policy;
import org.ecart.model.Progress;
import org.ecart.ui.action.Actions;
import org.ecart.ui.text.Texts;

/** The shell without a window: which page, which look, what the status bar says, and what went wrong. */
public final class ShellViewModel {
    private static final long MEGABYTE = 1L << 20;
    private static final ObservableBooleanValue ALWAYS = new SimpleBooleanProperty();

    /** What stands behind a page that is open. */
    public record Place(String workspace, Labels study, long rows, Policy policy) {}

    private final Texts texts;
    private final FailureLog log;
    private final PaletteViewModel palette;
    private final ObjectProperty<Page> page = new SimpleObjectProperty<>(Page.EXPLORE);
    private final BooleanProperty dark;
    private final ObjectProperty<Place> place;
    private final LongProperty millis = new SimpleLongProperty();
    private final LongProperty memory = new SimpleLongProperty();
    private final ObjectProperty<Optional<RuntimeException>> notice = new SimpleObjectProperty<>(Optional.empty());
    private final StringBinding placeText;
    private final StringBinding workspaceText;
    private final StringBinding rowsText;
    private final StringBinding millisText;
    private final StringBinding protectionText;
    private final StringBinding memoryText;
    private final StringBinding noticeText;

    /**
     * @param dark whether the dark theme is on; shared by all that show it
     * @param actions gets the shell's own
     */
    public ShellViewModel(Place start, BooleanProperty dark, Texts texts, Actions actions, FailureLog log) {
        this.texts = texts;
        this.log = log;
        this.dark = dark;
        this.place = new SimpleObjectProperty<>(start);
        this.palette = new PaletteViewModel(actions, texts);
        this.placeText = text(
                () -> texts.get(
                        "ui.toolbar.place", place.get().workspace(), place.get().study()),
                place);
        this.workspaceText = text(() -> place.get().workspace(), place);
        this.rowsText = text(
                () -> texts.get(
                        "ui.status.rows", texts.numbers().whole(place.get().rows())),
                place);
        this.millisText = text(
                () -> millis.get() <= 0
                        ? ""
                        : texts.get("ui.status.millis", texts.numbers().whole(millis.get())),
                millis);
        this.protectionText = text(() -> protection(place.get().policy()), place);
        this.memoryText =
                text(() -> texts.get("ui.status.memory", texts.numbers().whole(memory.get() / MEGABYTE)), memory);
        this.noticeText = text(() -> notice.get().map(this::sentence).orElse(""), notice);
        register(actions);
    }

    private StringBinding text(Supplier<String> text, Observable watched) {
        return Bindings.createStringBinding(text::get, texts.languageProperty(), watched);
    }

    private void register(Actions actions) {
        actions.add("palette", Optional.of("Shortcut+K"), ALWAYS, () -> palette.openProperty()
                .set(!palette.openProperty().get()));
        for (Page each : Page.values()) {
            actions.add(
                    "page." + each.id(), Optional.of("Shortcut+" + (each.ordinal() + 1)), ALWAYS, () -> page.set(each));
        }
        actions.add("theme", Optional.of("Shortcut+Shift+L"), ALWAYS, () -> dark.set(!dark.get()));
        for (Language each : Language.values()) {
            actions.add("language." + each.code(), Optional.empty(), ALWAYS, () -> texts.languageProperty()
                    .set(each));
        }
    }

    private String protection(Policy policy) {
        if (policy.equals(Policy.DEFAULT)) {
            return texts.get("ui.status.protection.standard");
        }
        return policy.isNone()
                ? texts.get("ui.status.protection.none")
                : texts.get("ui.status.protection.own", policy.id().toLowerCase(Locale.ROOT));
    }

    public PaletteViewModel palette() {
        return palette;
    }

    public ObjectProperty<Page> pageProperty() {
        return page;
    }

    public BooleanProperty darkProperty() {
        return dark;
    }

    public ObjectProperty<Place> placeProperty() {
        return place;
    }

    /** How long the last figures took, in milliseconds; 0 = none yet. */
    public LongProperty millisProperty() {
        return millis;
    }

    /** The heap in use, in bytes. */
    public LongProperty memoryProperty() {
        return memory;
    }

    /** Workspace and study, for the toolbar. */
    public StringBinding placeText() {
        return placeText;
    }

    public StringBinding workspaceText() {
        return workspaceText;
    }

    public StringBinding rowsText() {
        return rowsText;
    }

    public StringBinding millisText() {
        return millisText;
    }

    public StringBinding protectionText() {
        return protectionText;
    }

    public StringBinding memoryText() {
        return memoryText;
    }

    /** What went wrong last and was not dismissed; empty = nothing. */
    public StringBinding noticeText() {
        return noticeText;
    }

    public void dismiss() {
        notice.set(Optional.empty());
    }

    /** Shows what went wrong; a defect is written to the log too. */
    public void failed(RuntimeException failure) {
        if (failure instanceof Progress.Cancelled) {
            return;
        }
        note(failure);
        notice.set(Optional.of(failure));
    }

    /** Writes a defect to the log; an expected failure needs none. */
    public void note(RuntimeException failure) {
        if (!(failure instanceof EcartException)) {
            log.write(failure);
        }
    }

    private String sentence(RuntimeException failure) {
        return failure instanceof EcartException expected
                ? texts.get(expected)
                : texts.get("ui.notice.defect", log.file());
    }
}
