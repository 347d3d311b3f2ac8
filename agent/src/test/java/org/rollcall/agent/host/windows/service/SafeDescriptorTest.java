package org.rollcall.agent.host.windows.service;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class SafeDescriptorTest {
    @Test
    void whatWeSetIsSafeHoweverWindowsWritesIt() {
        assertTrue(SafeDescriptor.matches(SafeDescriptor.TEXT));
        assertTrue(SafeDescriptor.matches("O:BAD:PAI(A;OICI;FA;;;BA)(A;OICI;FA;;;SY)"));
        assertTrue(SafeDescriptor.matches("O:BAD:P(A;OICI;FA;;;SY)(A;OICI;FA;;;BA)"));
    }

    @Test
    void anotherOwnerOneEntryMoreOrRightsFromAboveAreNot() {
        assertFalse(SafeDescriptor.matches(SafeDescriptor.TEXT.replace("O:BA", "O:S-1-5-21-1-2-3-1001")));
        assertFalse(SafeDescriptor.matches(SafeDescriptor.TEXT + "(A;OICI;0x1200a9;;;BU)"));
        assertFalse(SafeDescriptor.matches("O:BAD:AI(A;OICIID;FA;;;SY)(A;OICIID;FA;;;BA)"));
        assertFalse(SafeDescriptor.matches("O:BAD:P(A;OICI;FA;;;SY)"));
        assertFalse(SafeDescriptor.matches("O:BAD:NO_ACCESS_CONTROL"));
        assertFalse(SafeDescriptor.matches(""));
    }
}
