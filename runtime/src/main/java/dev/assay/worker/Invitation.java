package dev.assay.worker;

import dev.assay.engine.EngineName;

/**
 * What a worker reads from its standard input before anything else: where its parent listens, and how it shows that it is
 * no stranger. Other users see a command line and, on some systems, an environment, but not this.
 *
 * @param port the port on the loopback address
 * @param token the first line to say there
 * @param engine the engine to load
 * @param turns the file through which the workers of a run take turns
 */
record Invitation(int port, String token, EngineName engine, String turns) {}
