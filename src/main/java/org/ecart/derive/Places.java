package org.ecart.derive;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.ecart.frame.Dictionary;
import org.ecart.model.Rules;

/** Where the codes that rules give stand in the dictionary of the derived variable. */
final class Places {
    private Places() {}

    static int of(Dictionary dictionary, String code) {
        return dictionary
                .place(code)
                .orElseThrow(() -> new IllegalStateException("rules name only their categories: " + code));
    }

    /**
     * The place of the group of each value. A known code that is in no group is never unknown: it goes to the grouping's
     * own "otherwise".
     */
    static int[] groups(Rules.Grouping grouping, Dictionary values, Dictionary groups) {
        Map<String, Integer> members = new HashMap<>();
        for (Rules.Group group : grouping.groups()) {
            // A group without members is there for its name only, and need not be a category.
            group.members().forEach(member -> members.put(member, of(groups, group.code())));
        }
        int otherwise = of(groups, grouping.otherwise());
        int[] places = new int[values.size()];
        for (int place = 0; place < places.length; place++) {
            places[place] = Optional.ofNullable(members.get(values.code(place))).orElse(otherwise);
        }
        return places;
    }
}
