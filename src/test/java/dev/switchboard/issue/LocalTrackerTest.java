package dev.switchboard.issue;

import dev.switchboard.SwitchboardTest;
import org.springframework.beans.factory.annotation.Autowired;

@SwitchboardTest
class LocalTrackerTest extends IssueTrackerContract {

    @Autowired
    IssueTracker tracker;

    @Override
    IssueTracker tracker() {
        return tracker;
    }
}
