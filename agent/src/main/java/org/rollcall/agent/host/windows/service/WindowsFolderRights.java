package org.rollcall.agent.host.windows.service;

import com.sun.jna.Native;
import com.sun.jna.Pointer;
import com.sun.jna.platform.win32.AccCtrl;
import com.sun.jna.platform.win32.Advapi32;
import com.sun.jna.platform.win32.Kernel32;
import com.sun.jna.platform.win32.WinBase;
import com.sun.jna.platform.win32.WinNT;
import com.sun.jna.ptr.IntByReference;
import com.sun.jna.ptr.PointerByReference;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import org.rollcall.agent.host.FolderRights;
import org.rollcall.agent.host.windows.Sid;
import org.rollcall.agent.host.windows.bindings.Advapi32Ex;
import org.rollcall.agent.host.windows.process.OwnerReader;

/** NTFS's rights, by SID. */
public final class WindowsFolderRights implements FolderRights {
    private static final String ADMINISTRATORS = "S-1-5-32-544";
    private static final int PROTECTED_DACL =
            WinNT.DACL_SECURITY_INFORMATION | WinNT.PROTECTED_DACL_SECURITY_INFORMATION;
    private static final int INVALID_FILE_ATTRIBUTES = -1;

    private final Set<String> trusted;

    public WindowsFolderRights() {
        String self = OwnerReader.sid(ProcessHandle.current().pid());
        trusted = self == null || self.equals(Sid.LOCAL_SYSTEM)
                ? Set.of(ADMINISTRATORS, Sid.LOCAL_SYSTEM)
                : Set.of(ADMINISTRATORS, Sid.LOCAL_SYSTEM, self);
    }

    @Override
    public boolean isLink(Path path) throws IOException {
        int attributes = Kernel32.INSTANCE.GetFileAttributes(path.toString());
        if (attributes == INVALID_FILE_ATTRIBUTES) {
            throw failure("looking at", path, Native.getLastError());
        }
        return (attributes & WinNT.FILE_ATTRIBUTE_REPARSE_POINT) != 0;
    }

    @Override
    public boolean isTrusted(Path path) throws IOException {
        Pointer descriptor = read(path, WinNT.OWNER_SECURITY_INFORMATION);
        try {
            PointerByReference owner = new PointerByReference();
            if (!Advapi32Ex.INSTANCE.GetSecurityDescriptorOwner(descriptor, owner, new IntByReference())) {
                throw failure("reading the owner of", path, Native.getLastError());
            }
            Pointer sid = owner.getValue();
            // By its second byte a SID says how many parts of four bytes it has.
            return sid != null && trusted.contains(Sid.text(sid.getByteArray(0, 8 + 4 * (sid.getByte(1) & 0xFF))));
        } finally {
            Kernel32.INSTANCE.LocalFree(descriptor);
        }
    }

    @Override
    public boolean isSafe(Path folder) throws IOException {
        int what = WinNT.OWNER_SECURITY_INFORMATION | WinNT.DACL_SECURITY_INFORMATION;
        Pointer descriptor = read(folder, what);
        try {
            PointerByReference text = new PointerByReference();
            if (!Advapi32Ex.INSTANCE.ConvertSecurityDescriptorToStringSecurityDescriptor(
                    descriptor, Advapi32Ex.SDDL_REVISION_1, what, text, new IntByReference())) {
                throw failure("reading the rights of", folder, Native.getLastError());
            }
            try {
                return SafeDescriptor.matches(text.getValue().getWideString(0));
            } finally {
                Kernel32.INSTANCE.LocalFree(text.getValue());
            }
        } finally {
            Kernel32.INSTANCE.LocalFree(descriptor);
        }
    }

    @Override
    public void create(Path folder) throws IOException {
        Pointer descriptor = safe(folder);
        try {
            WinBase.SECURITY_ATTRIBUTES attributes = new WinBase.SECURITY_ATTRIBUTES();
            attributes.lpSecurityDescriptor = descriptor;
            if (!Kernel32.INSTANCE.CreateDirectory(folder.toString(), attributes)) {
                throw failure("making", folder, Native.getLastError());
            }
        } finally {
            Kernel32.INSTANCE.LocalFree(descriptor);
        }
    }

    @Override
    public void close(Path folder) throws IOException {
        Pointer descriptor = safe(folder);
        try {
            // Not SetNamedSecurityInfo, which would go on to what is within.
            if (!Advapi32.INSTANCE.SetFileSecurity(
                    folder.toString(), WinNT.OWNER_SECURITY_INFORMATION | PROTECTED_DACL, descriptor)) {
                throw failure("setting the rights of", folder, Native.getLastError());
            }
        } finally {
            Kernel32.INSTANCE.LocalFree(descriptor);
        }
    }

    @Override
    public void handDown(Path folder) throws IOException {
        Pointer descriptor = safe(folder);
        try {
            PointerByReference list = new PointerByReference();
            Advapi32Ex.INSTANCE.GetSecurityDescriptorDacl(descriptor, new IntByReference(), list, new IntByReference());
            int error = Advapi32.INSTANCE.SetNamedSecurityInfo(
                    folder.toString(),
                    AccCtrl.SE_OBJECT_TYPE.SE_FILE_OBJECT,
                    PROTECTED_DACL,
                    null,
                    null,
                    list.getValue(),
                    null);
            if (error != 0) {
                throw failure("handing down the rights of", folder, error);
            }
        } finally {
            Kernel32.INSTANCE.LocalFree(descriptor);
        }
    }

    private static Pointer read(Path path, int what) throws IOException {
        PointerByReference descriptor = new PointerByReference();
        int error = Advapi32.INSTANCE.GetNamedSecurityInfo(
                path.toString(), AccCtrl.SE_OBJECT_TYPE.SE_FILE_OBJECT, what, null, null, null, null, descriptor);
        if (error != 0) {
            throw failure("reading the rights of", path, error);
        }
        return descriptor.getValue();
    }

    private static Pointer safe(Path folder) throws IOException {
        PointerByReference descriptor = new PointerByReference();
        if (!Advapi32Ex.INSTANCE.ConvertStringSecurityDescriptorToSecurityDescriptor(
                SafeDescriptor.TEXT, Advapi32Ex.SDDL_REVISION_1, descriptor, new IntByReference())) {
            throw failure("describing the rights of", folder, Native.getLastError());
        }
        return descriptor.getValue();
    }

    private static IOException failure(String what, Path path, int error) {
        return new IOException(what + " " + path + " failed with Windows error " + error);
    }
}
