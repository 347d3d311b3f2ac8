package org.rollcall.central.address;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressRangeTest {
    @Test
    void aRangeHoldsWhatSharesItsFirstBits() {
        AddressRange range = AddressRange.parse("10.2.4.0/22");
        assertTrue(range.contains("10.2.7.255"));
        assertFalse(range.contains("10.2.8.0"));
        assertFalse(range.contains("::1"));
        assertTrue(AddressRange.parse("0.0.0.0/0").contains("192.0.2.1"));
    }

    @Test
    void anAddressAloneIsItself() {
        AddressRange address = AddressRange.parse("2001:db8::1");
        assertTrue(address.contains("2001:db8:0:0:0:0:0:1"));
        assertFalse(address.contains("2001:db8::2"));
        assertTrue(AddressRange.parse("fe80::/10").contains("fe80::1%eth0"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "proxy.iut.rdz", "10.2.3", "10.2.3.4/33", "10.2.3.4/x", "::1/129", "10.2.3.4/-1", "/8"})
    void whatIsNeitherIsRefused(String text) {
        assertThrows(IllegalArgumentException.class, () -> AddressRange.parse(text));
    }
}
