package dev.assay.command;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * What Ctrl-C does: the first ends the program through its shutdown hooks, the second at once, in case a hook hangs. Without
 * this, Java lets every further Ctrl-C wait for the hooks of the first.
 */
final class Interrupts {
    private static final AtomicBoolean SEEN = new AtomicBoolean();

    private Interrupts() {}

    /** Takes Ctrl-C over for the rest of the process, where the system lets a program do that. */
    static void install() {
        try {
            // By reflection, because javac warns of this class although no other way to hear a signal exists.
            Class<?> signal = Class.forName("sun.misc.Signal");
            Class<?> handler = Class.forName("sun.misc.SignalHandler");
            Object ours = Proxy.newProxyInstance(
                    Interrupts.class.getClassLoader(), new Class<?>[] {handler}, (proxy, method, arguments) -> {
                        switch (method.getName()) {
                            case "handle" -> interrupted();
                            case "hashCode" -> {
                                return System.identityHashCode(proxy);
                            }
                            case "equals" -> {
                                return proxy == arguments[0];
                            }
                            default -> {
                                return "Ctrl-C";
                            }
                        }
                        return null;
                    });
            signal.getMethod("handle", signal, handler)
                    .invoke(null, signal.getConstructor(String.class).newInstance("INT"), ours);
        } catch (ClassNotFoundException
                | NoSuchMethodException
                | InstantiationException
                | IllegalAccessException absent) {
            // A Java without this class: Ctrl-C runs the hooks, and a hook that hangs has to be killed.
            return;
        } catch (InvocationTargetException taken) {
            if (!(taken.getCause() instanceof IllegalArgumentException)) {
                throw new IllegalStateException("cannot listen to Ctrl-C", taken.getCause());
            } // else the program was started with its interrupts off, as nohup does, and stays so
        }
    }

    private static void interrupted() {
        if (SEEN.getAndSet(true)) {
            Runtime.getRuntime().halt(ExitCode.STOPPED);
        }
        new Thread(() -> System.exit(ExitCode.STOPPED), "Ctrl-C").start();
    }
}
