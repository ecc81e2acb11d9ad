package dev.switchboard.issue;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.Locale;
import org.kohsuke.github.GHException;
import org.kohsuke.github.HttpException;

/** GitHub's refusals in words that say what to change. */
final class GithubErrors {

    private static final String UNREADABLE = "GitHub's answer could not be read; the step is tried again by itself.";

    private GithubErrors() {}

    @FunctionalInterface
    interface Call<T> {
        T run() throws IOException;
    }

    /** @throws GithubTrouble whatever fails */
    static <T> T explained(String repository, Call<T> call) {
        try {
            return call.run();
        } catch (IOException e) {
            throw new GithubTrouble(sentence(repository, e), e);
        } catch (NullPointerException e) { // so the library meets an answer without what it needs
            throw new GithubTrouble(UNREADABLE, e);
        } catch (GHException e) { // what the library's iterators make of an IOException
            throw e.getCause() instanceof IOException cause ? new GithubTrouble(sentence(repository, cause), cause) : e;
        }
    }

    /** @param repository as we asked for it */
    static String sentence(String repository, IOException e) {
        if (e instanceof FileNotFoundException) {
            return missing(repository);
        }
        var status = status(e);
        return switch (status) {
            case 401 ->
                "GitHub refuses the token: it is wrong, expired or revoked. Set a new GITHUB_TOKEN, or a new private"
                        + " key of the App, then retry.";
            case 403, 429 ->
                isLimit(e)
                        ? "GitHub's rate limit is used up; the step is tried again by itself."
                        : "GitHub forbids this to the token: it needs to read and write the issues of " + repository
                                + ". Change its rights, then retry.";
            case 404 -> missing(repository);
            case 410 ->
                "Issues are switched off in " + repository
                        + ", or it was deleted. Switch them on, or name another repository, then retry.";
            case 422 -> "GitHub does not take the issue for " + repository + " as it is: " + start(e);
            case -1, 200, 201 -> UNREADABLE;
            default -> "GitHub answered with an error of its own (" + status + "); the step is tried again by itself.";
        };
    }

    /** Deleted (410), or moved out of the token's sight (404). */
    static boolean isGone(IOException e) {
        return e instanceof FileNotFoundException || status(e) == 404 || status(e) == 410;
    }

    static int status(IOException e) {
        return e instanceof HttpException http ? http.getResponseCode() : -1;
    }

    private static boolean isLimit(IOException e) {
        return status(e) == 429
                || String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT).contains("limit");
    }

    private static String start(IOException e) {
        var words = String.valueOf(e.getMessage());
        return words.length() <= 300 ? words : words.substring(0, 300) + "…";
    }

    private static String missing(String repository) {
        return "GitHub has no repository " + repository + " that the token may see. Check GITHUB_REPOSITORY, the"
                + " assignment table and the token's rights, then retry.";
    }
}
