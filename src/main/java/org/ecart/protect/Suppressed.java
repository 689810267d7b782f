package org.ecart.protect;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;

/**
 * The cells left out so far, with what is proven about them. Leaving out more never spoils a witness; giving a cell back
 * takes away those that move it.
 */
final class Suppressed {
    private final Equations equations;
    /** Left out, or margins that are never published. */
    private final BitSet unknown = new BitSet();

    private final List<Integer> cells = new ArrayList<>();
    private Evidence evidence;

    Suppressed(Equations equations, Evidence evidence) {
        this.equations = equations;
        this.evidence = evidence;
        for (int c = 0; c < equations.size(); c++) {
            unknown.set(c, !equations.cell(c).published());
        }
    }

    /** In the order in which they were left out. */
    List<Integer> cells() {
        return Collections.unmodifiableList(cells);
    }

    boolean unknown(int cell) {
        return unknown.get(cell);
    }

    Evidence evidence() {
        return evidence;
    }

    void hide(int... more) {
        for (int cell : more) {
            if (!unknown.get(cell)) {
                unknown.set(cell);
                cells.add(cell);
            }
        }
    }

    /** Hides the corners of a cube and takes it as a witness. */
    void take(Hypercubes.Cube cube) {
        hide(cube.cells());
        evidence.addAlternating(cube.cells(), cube.signs(), unknown);
    }

    /** Hides the cells of a move and takes it as a witness, if it is balanced. */
    void take(Move move) {
        if (equations.balanced(move)) {
            hide(move.cells());
            evidence.add(move, unknown);
        }
    }

    /** Gives a cell back if all is still proven, in the eyes of {@code check}; else leaves everything as it was. */
    boolean giveBack(int cell, Check check) {
        Evidence before = evidence;
        int place = cells.indexOf(cell);
        cells.remove(place);
        unknown.clear(cell);
        evidence = evidence.without(cell);
        if (check.allProven()) {
            return true;
        }
        cells.add(place, cell);
        unknown.set(cell);
        evidence = before;
        return false;
    }

    /** Whether every cell left out is proven to be safe. */
    interface Check {
        boolean allProven();
    }
}
