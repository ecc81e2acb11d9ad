/** Tells open dashboards what changed, so that nobody has to reload. */
package dev.switchboard.live;
