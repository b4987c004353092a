package vn.lienthong.bench.scene;

import java.nio.file.Path;
import vn.lienthong.bench.measure.Measurement;
import vn.lienthong.bench.measure.Report;
import vn.lienthong.bench.server.BenchServer;
import vn.lienthong.bench.token.BenchToken;

/**
 * What a part of the run works with.
 *
 * @param work a folder for files of the run, on the disk that is measured
 * @param measurement how long a row takes
 */
public record Scene(Report report, BenchServer server, BenchToken token, Path work, Measurement measurement) {}
