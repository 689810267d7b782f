package org.ecart.chart;

import java.util.ArrayList;
import java.util.List;

/**
 * Figures one below the other.
 *
 * @param below free room after each
 */
record Stack(List<Figure> figures, double below) implements Figure {
    Stack {
        figures = List.copyOf(figures);
    }

    @Override
    public double height() {
        return figures.stream().mapToDouble(f -> f.height() + below).sum();
    }

    @Override
    public void draw(Canvas canvas, double top) {
        double y = top;
        for (Figure figure : figures) {
            figure.draw(canvas, y);
            y += figure.height() + below;
        }
    }

    @Override
    public List<Region> regions(double top) {
        List<Region> regions = new ArrayList<>();
        double y = top;
        for (Figure figure : figures) {
            regions.addAll(figure.regions(y));
            y += figure.height() + below;
        }
        return regions;
    }
}
