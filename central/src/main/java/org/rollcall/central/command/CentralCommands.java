package org.rollcall.central.command;

import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Supplier;
import org.rollcall.central.access.GrantedRoles;
import org.rollcall.central.access.Grants;
import org.rollcall.central.board.BoardView;
import org.rollcall.central.store.History;
import org.rollcall.xmpp.command.Command;
import org.rollcall.xmpp.command.CommandTexts;
import org.rollcall.xmpp.command.HelpCommand;

/** The one list of everything that can be asked of central. */
public final class CentralCommands {
    /** What people read about these commands. */
    public static final CommandTexts TEXTS = new CommandTexts(CentralCommands.class);

    private CentralCommands() {}

    /**
     * @param grants asked anew at each call
     */
    public static List<Command> all(
            BoardView board, History history, Supplier<Grants> grants, GrantedRoles roles, InstantSource clock) {
        ZoneId zone = ZoneId.systemDefault();
        Scopes scopes = new Scopes(board, grants, roles);
        Sentences sentences = new Sentences(board, clock, zone);
        List<Command> commands = new ArrayList<>();
        commands.add(new RoomsCommand(scopes, sentences));
        commands.add(new WhoCommand(scopes, sentences));
        commands.add(new WhereCommand(scopes, sentences, history));
        commands.add(new HelpCommand(() -> commands, TEXTS));
        return Collections.unmodifiableList(commands);
    }
}
