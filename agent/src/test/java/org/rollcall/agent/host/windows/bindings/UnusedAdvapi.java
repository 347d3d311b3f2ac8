package org.rollcall.agent.host.windows.bindings;

import com.sun.jna.Pointer;
import com.sun.jna.platform.win32.WinNT.HANDLE;
import com.sun.jna.ptr.IntByReference;
import com.sun.jna.ptr.PointerByReference;

/** Each call fails the test, but for those that a test has of its own. */
public class UnusedAdvapi implements Advapi32Ex {
    @Override
    public int InitiateShutdown(
            String lpMachineName, String lpMessage, int dwGracePeriod, int dwShutdownFlags, int dwReason) {
        throw new AssertionError("nothing is shut down");
    }

    @Override
    public boolean AbortSystemShutdown(String lpMachineName) {
        throw new AssertionError("no shutdown is aborted");
    }

    @Override
    public boolean GetTokenInformation(
            HANDLE TokenHandle,
            int TokenInformationClass,
            Pointer TokenInformation,
            int TokenInformationLength,
            IntByReference ReturnLength) {
        throw new AssertionError("no token is read");
    }

    @Override
    public boolean ConvertStringSecurityDescriptorToSecurityDescriptor(
            String StringSecurityDescriptor,
            int StringSDRevision,
            PointerByReference SecurityDescriptor,
            IntByReference SecurityDescriptorSize) {
        throw new AssertionError("no descriptor is made");
    }

    @Override
    public boolean ConvertSecurityDescriptorToStringSecurityDescriptor(
            Pointer SecurityDescriptor,
            int RequestedStringSDRevision,
            int SecurityInformation,
            PointerByReference StringSecurityDescriptor,
            IntByReference StringSecurityDescriptorLen) {
        throw new AssertionError("no descriptor is shown");
    }

    @Override
    public boolean GetSecurityDescriptorOwner(
            Pointer pSecurityDescriptor, PointerByReference pOwner, IntByReference lpbOwnerDefaulted) {
        throw new AssertionError("no owner is read");
    }

    @Override
    public boolean GetSecurityDescriptorDacl(
            Pointer pSecurityDescriptor,
            IntByReference lpbDaclPresent,
            PointerByReference pDacl,
            IntByReference lpbDaclDefaulted) {
        throw new AssertionError("no rights are read");
    }
}
