package org.ecart.ui.data;

import java.util.List;

/**
 * Something good to know that is no failure.
 *
 * @param key a message key
 */
public record Notice(String key, List<Object> arguments) {
    public Notice {
        arguments = List.copyOf(arguments);
    }
}
