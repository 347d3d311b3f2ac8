package org.rollcall.agent.host.windows.bindings;

import com.sun.jna.Native;
import com.sun.jna.Pointer;
import com.sun.jna.platform.win32.WinNT.HANDLE;
import com.sun.jna.ptr.IntByReference;
import com.sun.jna.ptr.PointerByReference;
import com.sun.jna.win32.StdCallLibrary;
import com.sun.jna.win32.W32APIOptions;

/** advapi32.dll. */
public interface Advapi32Ex extends StdCallLibrary {
    Advapi32Ex INSTANCE = Native.load("advapi32", Advapi32Ex.class, W32APIOptions.UNICODE_OPTIONS);

    int SHUTDOWN_FORCE_OTHERS = 0x1;
    int SHUTDOWN_FORCE_SELF = 0x2;
    int SHUTDOWN_RESTART = 0x4;
    int SHUTDOWN_POWEROFF = 0x8;

    /** <a href="https://learn.microsoft.com/windows/win32/shutdown/system-shutdown-reason-codes">Other, planned</a> */
    int SHTDN_REASON_FLAG_PLANNED = 0x80000000;

    /** TOKEN_INFORMATION_CLASS */
    int TokenUser = 1;

    /** Answers an error code. <a href="https://learn.microsoft.com/windows/win32/api/winreg/nf-winreg-initiateshutdownw">InitiateShutdownW</a> */
    int InitiateShutdown(String lpMachineName, String lpMessage, int dwGracePeriod, int dwShutdownFlags, int dwReason);

    /** <a href="https://learn.microsoft.com/windows/win32/api/winreg/nf-winreg-abortsystemshutdownw">AbortSystemShutdownW</a> */
    boolean AbortSystemShutdown(String lpMachineName);

    /**
     * JNA Platform's insists on a Structure. <a
     * href="https://learn.microsoft.com/windows/win32/api/securitybaseapi/nf-securitybaseapi-gettokeninformation">GetTokenInformation</a>
     */
    boolean GetTokenInformation(
            HANDLE TokenHandle,
            int TokenInformationClass,
            Pointer TokenInformation,
            int TokenInformationLength,
            IntByReference ReturnLength);

    /** <a href="https://learn.microsoft.com/windows/win32/api/sddl/nf-sddl-convertstringsecuritydescriptortosecuritydescriptorw">SDDL_REVISION_1</a> */
    int SDDL_REVISION_1 = 1;

    /** <a href="https://learn.microsoft.com/windows/win32/api/sddl/nf-sddl-convertstringsecuritydescriptortosecuritydescriptorw">ConvertStringSecurityDescriptorToSecurityDescriptorW</a> */
    boolean ConvertStringSecurityDescriptorToSecurityDescriptor(
            String StringSecurityDescriptor,
            int StringSDRevision,
            PointerByReference SecurityDescriptor,
            IntByReference SecurityDescriptorSize);

    /** <a href="https://learn.microsoft.com/windows/win32/api/sddl/nf-sddl-convertsecuritydescriptortostringsecuritydescriptorw">ConvertSecurityDescriptorToStringSecurityDescriptorW</a> */
    boolean ConvertSecurityDescriptorToStringSecurityDescriptor(
            Pointer SecurityDescriptor,
            int RequestedStringSDRevision,
            int SecurityInformation,
            PointerByReference StringSecurityDescriptor,
            IntByReference StringSecurityDescriptorLen);

    /** <a href="https://learn.microsoft.com/windows/win32/api/securitybaseapi/nf-securitybaseapi-getsecuritydescriptorowner">GetSecurityDescriptorOwner</a> */
    boolean GetSecurityDescriptorOwner(
            Pointer pSecurityDescriptor, PointerByReference pOwner, IntByReference lpbOwnerDefaulted);

    /** <a href="https://learn.microsoft.com/windows/win32/api/securitybaseapi/nf-securitybaseapi-getsecuritydescriptordacl">GetSecurityDescriptorDacl</a> */
    boolean GetSecurityDescriptorDacl(
            Pointer pSecurityDescriptor,
            IntByReference lpbDaclPresent,
            PointerByReference pDacl,
            IntByReference lpbDaclDefaulted);
}
