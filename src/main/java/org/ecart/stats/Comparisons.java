package org.ecart.stats;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ecart.model.Measure;

/**
 * The cells that each printed cell is compared with, by place in the shape; {@link #NONE} = there is none.
 *
 * @param references the place of the cell of the reference category
 * @param earlier the place of the same cell at the date before
 * @param wholes for each share that is printed the cell that it is a share of, by number in the list of cells: it need
 *     not be printed
 * @param stayed those of them who stayed, now and at the date before, by number in the list of cells; empty where nobody asks
 */
public record Comparisons(
        List<Integer> references,
        List<Integer> earlier,
        Map<Measure, List<Integer>> wholes,
        List<List<Integer>> stayed) {
    public static final int NONE = -1;

    public Comparisons {
        references = List.copyOf(references);
        earlier = List.copyOf(earlier);
        Map<Measure, List<Integer>> copy = new LinkedHashMap<>();
        wholes.forEach((measure, cells) -> copy.put(measure, List.copyOf(cells)));
        wholes = copy;
        stayed = List.copyOf(stayed);
    }

    /** Whether the cell at a place is the reference that others are compared with. */
    public boolean isReference(int place) {
        return references.get(place) == place;
    }

    /** The number of the cell that a share is a share of. */
    public int whole(Measure measure, int place) {
        List<Integer> cells = wholes.getOrDefault(measure, List.of());
        return cells.isEmpty() ? NONE : cells.get(place);
    }

    /** The cells beside those in places that a figure tells too, by number: what it is a share of, those who stayed. */
    public Set<Integer> tellsBeside(Measure measure, int place) {
        Set<Integer> beside = new LinkedHashSet<>();
        if (whole(measure, place) != NONE) {
            beside.add(whole(measure, place));
        }
        if (measure.splitsChange()) {
            beside.addAll(stayed.get(place));
            if (measure.comparesWithReference() && references.get(place) != NONE) {
                beside.addAll(stayed.get(references.get(place)));
            }
        }
        return beside;
    }

    /** The places whose counts a figure tells: its own, and those that it is compared with (METHOD, section 6). */
    public Set<Integer> tells(Measure measure, int place) {
        Set<Integer> at = new LinkedHashSet<>(List.of(place));
        if (measure.comparesWithEarlier()) {
            at.add(earlier.get(place));
        }
        Set<Integer> places = new LinkedHashSet<>(at);
        if (measure.comparesWithReference()) {
            at.stream().filter(p -> p != NONE).map(references::get).forEach(places::add);
        }
        places.remove(NONE);
        return places;
    }
}
