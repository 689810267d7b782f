/** Speed, each time beside a peer in the same run, printed as ratios; no test fails on a time. */
package org.ecart.bench;
