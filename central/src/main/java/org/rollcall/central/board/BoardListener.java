package org.rollcall.central.board;

/** Hears of each change of the board. */
public interface BoardListener {

    /** @param before null when the machine is new */
    default void changed(MachineNow before, MachineNow now) {}

    /** The machine is no longer one of ours. */
    default void removed(MachineNow last) {}

    default void linkChanged(BoardView.LinkNow now) {}

    /** Rooms or people were read anew: everything may look different. */
    default void reloaded() {}
}
