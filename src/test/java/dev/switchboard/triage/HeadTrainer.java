package dev.switchboard.triage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Trains the heads of {@link OfflineClassifier} from the repository's rows and writes their file.
 *
 * <p>Run from the repository's root; prints cross-validated results. With the argument {@code held-out}
 * it only measures the shipped file on the rows set aside.
 */
public final class HeadTrainer {

    static final Path ROWS = Path.of("src/training/texts.csv");
    static final Path HELPERS = Path.of("src/training/nlupp.csv");
    static final Path HELD_OUT = Path.of("src/training/held-out.csv");

    private static final Path TARGET = Path.of("src/main/resources" + HeadFile.RESOURCE);

    static final List<String> LANGUAGES = List.of("en", "es", "pt", "fr", "de");

    private HeadTrainer() {}

    public static void main(String[] arguments) throws IOException {
        if (arguments.length > 0 && arguments[0].equals("held-out")) {
            heldOut();
        } else {
            train();
        }
    }

    private static void train() throws IOException {
        Cues cues = Cues.load();
        FeatureReader reader = new FeatureReader(new E5EmbeddingModel(), cues);
        List<Example> own = examples(ROWS, reader, false);
        List<Example> helpers = examples(HELPERS, reader, true);
        List<Example> all = new ArrayList<>(helpers);
        all.addAll(own);
        List<TrainingRow> rows = own.stream().map(Example::row).toList();
        FeatureSpace space = HeadFitter.space(all);
        List<Head> heads = new ArrayList<>();
        for (HeadPlan plan : HeadPlan.ALL) {
            List<double[]> scores = CrossValidation.scores(plan, own, helpers);
            Head head = Calibration.calibrate(plan, rows, scores, HeadFitter.scorers(plan, space, all));
            heads.add(head);
            print(plan.name() + ", cross-validated", Scores.of(plan, head, rows, scores));
        }
        byte[] file = HeadFileWriter.write(cues, space, heads);
        Files.write(TARGET, file);
        System.out.println("Wrote " + TARGET + ", " + file.length + " bytes, "
                + HeadFile.parse(file, cues).version());
    }

    private static List<Example> examples(Path file, FeatureReader reader, boolean helper) throws IOException {
        return TrainingRow.read(file).stream()
                .map(row -> new Example(row, reader.read(Texts.clean(row.text())), helper))
                .toList();
    }

    private static void heldOut() throws IOException {
        OfflineClassifier classifier = new OfflineClassifier(new E5EmbeddingModel());
        List<TrainingRow> rows = TrainingRow.read(HELD_OUT);
        for (HeadPlan plan : HeadPlan.ALL) {
            print(plan.name() + ", held out", scores(classifier, plan.name(), plan.labels(), rows));
        }
        print("language, held out", scores(classifier, "language", LANGUAGES, rows));
    }

    static Scores scores(OfflineClassifier classifier, String head, List<String> labels, List<TrainingRow> rows) {
        return Scores.of(head, labels, rows, row -> classifier.classify(head, row.text()));
    }

    private static void print(String title, Scores scores) {
        System.out.println("\n== " + title + "\n" + scores.table());
    }
}
