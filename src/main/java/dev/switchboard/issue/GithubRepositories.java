package dev.switchboard.issue;

import java.io.FileNotFoundException;
import java.io.IOException;
import org.kohsuke.github.GHRepository;
import org.kohsuke.github.GitHub;
import org.kohsuke.github.HttpException;

/** What a repository must have, or must not be asked for, before an issue is filed in it. */
class GithubRepositories {

    private static final String LABEL_COLOUR = "ededed";

    private final GitHub github;

    GithubRepositories(GitHub github) {
        this.github = github;
    }

    GHRepository open(String name) throws IOException {
        // A name from the assignment table becomes a part of the URL
        if (!GithubProperties.REPOSITORY.matcher(name).matches()) {
            throw new GithubTrouble("\"" + name + "\" is no repository: the assignment table must say owner/name.");
        }
        return checked(github.getRepository(name));
    }

    /** By what outlives its name. */
    GHRepository open(long id) throws IOException {
        return checked(github.getRepositoryById(id));
    }

    private static GHRepository checked(GHRepository found) throws IOException {
        if (found.getName() == null || found.getOwnerName() == null) {
            throw new IOException("no repository in GitHub's answer");
        }
        return found;
    }

    static void ensureLabel(GHRepository repository, String label) throws IOException {
        try {
            repository.getLabel(label);
        } catch (FileNotFoundException missing) {
            try {
                repository.createLabel(label, LABEL_COLOUR);
            } catch (HttpException e) {
                // 422: somebody else made it in between
                if (e.getResponseCode() != 422) {
                    throw e;
                }
            }
        }
    }

    /** GitHub refuses the whole issue for an assignee who is unknown or has no access; better nobody than no issue. */
    boolean assignable(GHRepository repository, String login) throws IOException {
        if (!login.matches("[A-Za-z0-9_-]+")) {
            return false;
        }
        try {
            return repository.hasAssignee(github.getUser(login));
        } catch (FileNotFoundException unknown) {
            return false;
        }
    }
}
