import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.attribute.ModuleHashesAttribute;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Takes the hashes out of module-info.class files. java.base names the hash of each module that was linked with it; a
 * module packed anew has another one, and jlink refuses it.
 */
final class StripModuleHashes {
    private StripModuleHashes() {}

    public static void main(String[] files) throws Exception {
        for (String name : files) {
            Path file = Path.of(name);
            ClassFile format = ClassFile.of();
            ClassModel module = format.parse(file);
            Files.write(file, format.transformClass(module, (builder, element) -> {
                if (!(element instanceof ModuleHashesAttribute)) {
                    builder.with(element);
                }
            }));
        }
    }
}
