package org.ecart.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.ecart.model.CodebookDiff.Change;
import org.ecart.model.CodebookDiff.Edit;
import org.ecart.model.CodebookDiff.Kind;
import org.ecart.model.CodebookDiff.Part;
import org.ecart.model.CodebookDiff.Property;

/** Walks through two codebooks side by side and writes down what differs. */
final class CodebookComparison {
    private final Function<Condition, String> wording;
    private final List<Change> changes = new ArrayList<>();

    CodebookComparison(Function<Condition, String> wording) {
        this.wording = wording;
    }

    /** Where something stands: a part and the ids that name it. */
    private record Place(Part part, List<String> path) {
        Place inside(Part inner, String id) {
            List<String> longer = new ArrayList<>(path);
            longer.add(id);
            return new Place(inner, longer);
        }
    }

    /** How the parts of one kind are told apart and called. */
    private record Naming<T>(Part part, Function<T, String> id, Function<T, Labels> labels) {}

    List<Change> of(Codebook before, Codebook after) {
        Place codebook = new Place(Part.CODEBOOK, List.of());
        text(codebook, Property.ID, before.id(), after.id());
        text(codebook, Property.EDITION, before.edition(), after.edition());
        labels(codebook, Property.LABEL, Optional.of(before.labels()), Optional.of(after.labels()));
        labels(codebook, Property.SOURCE, Optional.of(before.source()), Optional.of(after.source()));
        labels(codebook, Property.NOTICE, before.notice(), after.notice());
        parts(
                codebook,
                new Naming<>(Part.VARIABLE, Variable::id, Variable::labels),
                before.variables(),
                after.variables(),
                this::variable);
        parts(
                codebook,
                new Naming<>(Part.CODE_LIST, CodeList::id, list -> Labels.same(list.id())),
                before.codeLists(),
                after.codeLists(),
                this::codeList);
        parts(
                codebook,
                new Naming<>(Part.EXTRACT, Extract::id, Extract::labels),
                before.extracts(),
                after.extracts(),
                this::extract);
        return changes;
    }

    private void variable(Variable before, Variable after) {
        Place place = new Place(Part.VARIABLE, List.of(before.id()));
        label(place, before.labels(), after.labels());
        text(place, Property.ROLE, name(before.role()), name(after.role()));
        text(place, Property.TYPE, name(before.type()), name(after.type()));
        edit(place, Property.CODE_LIST, before.codeList(), after.codeList());
        if (!before.universe().equals(after.universe())) {
            edit(place, Property.UNIVERSE, universe(before), universe(after));
        }
    }

    private Optional<String> universe(Variable variable) {
        return Optional.of(variable.universe())
                .filter(condition -> !condition.equals(Condition.ALL))
                .map(wording);
    }

    private void codeList(CodeList before, CodeList after) {
        Place place = new Place(Part.CODE_LIST, List.of(before.id()));
        for (Part part : List.of(Part.CODE, Part.GROUP)) {
            Function<CodeList, List<Category>> of = part == Part.CODE ? CodeList::categories : CodeList::groups;
            parts(
                    place,
                    new Naming<>(part, Category::code, Category::labels),
                    of.apply(before),
                    of.apply(after),
                    (a, b) -> category(place.inside(part, a.code()), a, b));
        }
    }

    private void category(Place place, Category before, Category after) {
        label(place, before.labels(), after.labels());
        edit(place, Property.PARENT, before.parent(), after.parent());
        edit(place, Property.FROM, before.editions().from(), after.editions().from());
        edit(place, Property.UNTIL, before.editions().until(), after.editions().until());
        flag(place, Property.UNDETERMINED, before.undetermined(), after.undetermined());
        flag(place, Property.MISSING, before.missing(), after.missing());
    }

    private void extract(Extract before, Extract after) {
        Place place = new Place(Part.EXTRACT, List.of(before.id()));
        label(place, before.labels(), after.labels());
        flag(place, Property.POPULATION, before.population(), after.population());
        flag(place, Property.DATED, before.dated(), after.dated());
        parts(
                place,
                new Naming<>(Part.COLUMN, Extract.Column::variable, column -> Labels.same(column.name())),
                before.columns(),
                after.columns(),
                (a, b) -> column(place.inside(Part.COLUMN, a.variable()), a, b));
    }

    private void column(Place place, Extract.Column before, Extract.Column after) {
        text(place, Property.NAME, before.name(), after.name());
        parts(
                place,
                new Naming<>(Part.ALIAS, Function.identity(), Labels::same),
                before.aliases(),
                after.aliases(),
                (a, b) -> {});
    }

    /** What went and stayed in the order of before, then what came; then the order of what stayed. */
    private <T> void parts(Place within, Naming<T> naming, List<T> before, List<T> after, BiConsumer<T, T> inside) {
        Map<String, T> then = index(before, naming);
        Map<String, T> now = index(after, naming);
        then.forEach((id, part) -> {
            T same = now.get(id);
            if (same == null) {
                whole(
                        Kind.REMOVED,
                        within.inside(naming.part(), id),
                        naming.labels().apply(part));
            } else {
                inside.accept(part, same);
            }
        });
        now.forEach((id, part) -> {
            if (!then.containsKey(id)) {
                whole(
                        Kind.ADDED,
                        within.inside(naming.part(), id),
                        naming.labels().apply(part));
            }
        });
        List<String> stayedThen =
                then.keySet().stream().filter(now::containsKey).toList();
        List<String> stayedNow = now.keySet().stream().filter(then::containsKey).toList();
        if (!stayedThen.equals(stayedNow)) {
            add(new Place(naming.part(), within.path()), Property.ORDER, Optional.empty(), Optional.empty());
        }
    }

    private static <T> Map<String, T> index(List<T> parts, Naming<T> naming) {
        Map<String, T> byId = new LinkedHashMap<>();
        // Nothing keeps an alias from standing twice; once is enough to compare.
        parts.forEach(part -> byId.putIfAbsent(naming.id().apply(part), part));
        return byId;
    }

    private void whole(Kind kind, Place place, Labels labels) {
        changes.add(new Change(kind, place.part(), place.path(), Optional.of(labels), Optional.empty()));
    }

    private void label(Place place, Labels before, Labels after) {
        labels(place, Property.LABEL, Optional.of(before), Optional.of(after));
    }

    private void labels(Place place, Property property, Optional<Labels> before, Optional<Labels> after) {
        for (Language language : Language.values()) {
            Optional<String> then =
                    before.flatMap(l -> Optional.ofNullable(l.texts().get(language)));
            Optional<String> now =
                    after.flatMap(l -> Optional.ofNullable(l.texts().get(language)));
            if (!then.equals(now)) {
                changes.add(changed(place, new Edit(property, Optional.of(language), then, now)));
            }
        }
    }

    private void text(Place place, Property property, String before, String after) {
        edit(place, property, Optional.of(before), Optional.of(after));
    }

    private void flag(Place place, Property property, boolean before, boolean after) {
        text(place, property, Boolean.toString(before), Boolean.toString(after));
    }

    private void edit(Place place, Property property, Optional<String> before, Optional<String> after) {
        if (!before.equals(after)) {
            add(place, property, before, after);
        }
    }

    private void add(Place place, Property property, Optional<String> before, Optional<String> after) {
        changes.add(changed(place, new Edit(property, Optional.empty(), before, after)));
    }

    private static Change changed(Place place, Edit edit) {
        return new Change(Kind.CHANGED, place.part(), place.path(), Optional.empty(), Optional.of(edit));
    }

    private static String name(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
