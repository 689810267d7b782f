/**
 * Explore, the heart of the workbench: palette, shelves, grid, chart. The study is one immutable value; whatever the
 * analyst does makes a new one. Begin with {@link org.ecart.ui.explore.ExploreViewModel}.
 */
package org.ecart.ui.explore;
