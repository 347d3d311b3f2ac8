package org.rollcall.agent.host.windows.bindings;

import com.sun.jna.Native;
import com.sun.jna.Pointer;
import com.sun.jna.WString;
import com.sun.jna.win32.StdCallLibrary;
import com.sun.jna.win32.W32APIOptions;

/** crypt32.dll, with plain pointers: JNA Platform's structures cost more to load than the certificates to read. */
public interface Crypt32Ex extends StdCallLibrary {
    Crypt32Ex INSTANCE = Native.load("crypt32", Crypt32Ex.class, W32APIOptions.UNICODE_OPTIONS);

    int CERT_STORE_PROV_SYSTEM_W = 10;
    int CERT_STORE_OPEN_EXISTING_FLAG = 0x4000;
    int CERT_STORE_READONLY_FLAG = 0x8000;
    int CERT_SYSTEM_STORE_LOCAL_MACHINE = 0x20000;

    /** <a href="https://learn.microsoft.com/windows/win32/api/wincrypt/nf-wincrypt-certopenstore">CertOpenStore</a> */
    Pointer CertOpenStore(
            Pointer lpszStoreProvider, int dwEncodingType, Pointer hCryptProv, int dwFlags, WString pvPara);

    /** Frees the context given. <a href="https://learn.microsoft.com/windows/win32/api/wincrypt/nf-wincrypt-certenumcertificatesinstore">CertEnumCertificatesInStore</a> */
    Pointer CertEnumCertificatesInStore(Pointer hCertStore, Pointer pPrevCertContext);

    /** <a href="https://learn.microsoft.com/windows/win32/api/wincrypt/nf-wincrypt-certfreecertificatecontext">CertFreeCertificateContext</a> */
    boolean CertFreeCertificateContext(Pointer pCertContext);

    /** <a href="https://learn.microsoft.com/windows/win32/api/wincrypt/nf-wincrypt-certclosestore">CertCloseStore</a> */
    boolean CertCloseStore(Pointer hCertStore, int dwFlags);
}
