package org.ecart.ui.text;

import java.util.Arrays;
import java.util.stream.Stream;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import org.ecart.i18n.Messages;
import org.ecart.i18n.Numbers;
import org.ecart.model.EcartException;
import org.ecart.model.Labels;
import org.ecart.model.Language;

/** Texts in the language of the interface. No view holds a literal text: all come from here, by key. */
public final class Texts {
    private final Messages messages;
    private final ObjectProperty<Language> language;

    public Texts(Messages messages, Language language) {
        this.messages = messages;
        this.language = new SimpleObjectProperty<>(language);
    }

    /** The language of the interface; setting it changes every bound text at once. */
    public ObjectProperty<Language> languageProperty() {
        return language;
    }

    public Language language() {
        return language.get();
    }

    public Messages messages() {
        return messages;
    }

    /** The text as it is now; a text that stays on screen is bound with {@link #bind} instead. */
    public String get(String key, Object... arguments) {
        return messages.text(language(), key, arguments);
    }

    public String get(Labels labels) {
        return labels.in(language());
    }

    /** What an expected failure says. */
    public String get(EcartException failure) {
        return messages.text(language(), failure);
    }

    /** A text that follows the language and those of its arguments that can be observed. */
    public StringBinding bind(String key, Object... arguments) {
        Observable[] watched = Stream.concat(
                        Stream.of(language),
                        Arrays.stream(arguments)
                                .filter(ObservableValue.class::isInstance)
                                .map(Observable.class::cast))
                .toArray(Observable[]::new);
        return Bindings.createStringBinding(() -> get(key, current(arguments)), watched);
    }

    /** Labels that follow the language. */
    public StringBinding bind(Labels labels) {
        return Bindings.createStringBinding(() -> get(labels), language);
    }

    /** How numbers are written now. */
    public Numbers numbers() {
        return Numbers.of(language());
    }

    private static Object[] current(Object... arguments) {
        return Arrays.stream(arguments)
                .map(a -> a instanceof ObservableValue<?> observable ? observable.getValue() : a)
                .toArray();
    }
}
