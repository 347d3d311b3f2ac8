package org.rollcall.central.signin;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class DirectoryWayTest {
    private final DirectoryWay way = new DirectoryWay(null, name -> name.endsWith("@univ.example"));

    @Test
    void aLoginIsTakenAsWindowsTakesIt() {
        assertEquals(Optional.of("anne"), way.account(" IUT\\Anne "));
        assertEquals(Optional.empty(), way.account("IUT\\"));
    }

    @Test
    void aNameWithAnAtIsTakenWhereItIsTheDirectorys() {
        assertEquals(Optional.of("anne@univ.example"), way.account("Anne@Univ.example"));
        assertEquals(Optional.empty(), way.account("anne@iut.rdz"));
    }

    @Test
    void bothNamesOfAPersonHaveTogetherAsManyTriesAsOne() {
        assertEquals("anne", way.counted("anne@univ.example"));
        assertEquals("anne", way.counted("anne"));
    }
}
