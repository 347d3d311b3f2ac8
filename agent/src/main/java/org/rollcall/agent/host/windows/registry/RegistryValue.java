package org.rollcall.agent.host.windows.registry;

/**
 * One value as it lies in the registry.
 *
 * @param type REG_SZ and so on, see <a
 *     href="https://learn.microsoft.com/windows/win32/sysinfo/registry-value-types">Registry value types</a>
 * @param data null when there is more of it than anybody asked for
 */
public record RegistryValue(String name, int type, byte[] data) {
    public static final int REG_SZ = 1;
    public static final int REG_EXPAND_SZ = 2;
    public static final int REG_DWORD = 4;
    public static final int REG_MULTI_SZ = 7;
}
