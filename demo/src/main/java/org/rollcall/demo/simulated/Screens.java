package org.rollcall.demo.simulated;

/** Where the boxes appear that agents put on simulated screens. */
public interface Screens {

    void show(String machine, String text);
}
