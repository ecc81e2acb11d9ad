package dev.switchboard.issue;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import org.kohsuke.github.GHDirection;
import org.kohsuke.github.GHIssue;
import org.kohsuke.github.GHIssueQueryBuilder.Sort;
import org.kohsuke.github.GHIssueState;
import org.kohsuke.github.GHRepository;

/** Issues of a GitHub repository. */
class GithubTracker implements IssueTracker {

    static final String PROVIDER = "github";

    /** GitHub, "Issues": title and body beyond these are refused with 422. */
    private static final int LONGEST_TITLE = 256;

    private static final int LONGEST_BODY = 65_536;
    private static final int LARGEST_PAGE = 100;
    /** GitHub's clock and ours may differ; looking at some older issues costs nothing. */
    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(15);

    private final GithubRepositories repositories;
    private final String defaultRepository;

    GithubTracker(GithubRepositories repositories, String defaultRepository) {
        this.repositories = repositories;
        this.defaultRepository = defaultRepository;
    }

    @Override
    public String provider() {
        return PROVIDER;
    }

    @Override
    public String defaultRepository() {
        return defaultRepository;
    }

    /**
     * Goes through the list of the repository's issues, which comes from GitHub's database. Its search index takes
     * seconds to minutes to learn of a new issue, and a retry that asked it too early would file a second one.
     */
    @Override
    public Optional<FiledIssue> find(String repository, String marker, Instant since) {
        return GithubErrors.explained(repository, () -> {
            var holder = repositories.open(repository);
            var query = holder.queryIssues()
                    .state(GHIssueState.ALL)
                    .sort(Sort.CREATED)
                    .direction(GHDirection.DESC)
                    .pageSize(LARGEST_PAGE);
            if (since.isAfter(Instant.EPOCH.plus(CLOCKS_DIFFER))) {
                // By the last change, which is never before the creation
                query.since(Date.from(since.minus(CLOCKS_DIFFER)));
            }
            for (var issue : query.list()) {
                if (!issue.isPullRequest() && String.valueOf(issue.getBody()).contains(marker)) {
                    return Optional.of(filed(holder, issue));
                }
            }
            return Optional.empty();
        });
    }

    @Override
    public FiledIssue create(NewIssue issue) {
        var length = issue.body().length();
        if (length > LONGEST_BODY) {
            throw new GithubTrouble("The approved text has " + length + " characters with its links; GitHub takes "
                    + LONGEST_BODY + " in an issue. Nothing is cut: withdraw the request or have it drafted shorter.");
        }
        return GithubErrors.explained(issue.repository(), () -> {
            var repository = repositories.open(issue.repository());
            var draft = repository.createIssue(title(issue.title())).body(issue.body());
            for (var label : issue.labels()) {
                GithubRepositories.ensureLabel(repository, label);
                draft.label(label);
            }
            if (issue.assignee() != null && repositories.assignable(repository, issue.assignee())) {
                draft.assignee(issue.assignee());
            }
            return filed(repository, draft.create());
        });
    }

    /**
     * What GitHub says of an issue now; empty when it was deleted or moved to where the token cannot see it.
     *
     * @param repositoryId finds the repository under whatever name it has now; null when it is not known
     */
    Optional<GithubIssue> look(Long repositoryId, String repository, int number) {
        return GithubErrors.explained(repository, () -> {
            var holder = repositoryId == null ? repositories.open(repository) : repositories.open(repositoryId);
            try {
                return Optional.of(GithubIssue.of(holder, holder.getIssue(number)));
            } catch (IOException e) {
                if (GithubErrors.isGone(e)) {
                    return Optional.empty();
                }
                throw e;
            }
        });
    }

    /** What is wrong with repository or token, in a sentence; empty when both work. */
    Optional<String> trouble() {
        try {
            GithubErrors.explained(defaultRepository, () -> repositories.open(defaultRepository));
            return Optional.empty();
        } catch (GithubTrouble e) {
            return Optional.of(e.getMessage());
        }
    }

    private static FiledIssue filed(GHRepository repository, GHIssue issue) throws IOException {
        if (issue.getNumber() == 0 || issue.getHtmlUrl() == null) {
            throw new IOException("no issue in GitHub's answer");
        }
        var assignee = issue.getAssignee();
        return new FiledIssue(
                repository.getId(),
                issue.getNumber(),
                issue.getHtmlUrl().toString(),
                assignee == null ? null : assignee.getLogin());
    }

    /** The whole title is the first line of the body anyway. */
    private static String title(String title) {
        return title.length() <= LONGEST_TITLE ? title : title.substring(0, LONGEST_TITLE - 1) + "…";
    }
}
