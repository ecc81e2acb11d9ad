package dev.switchboard.process;

import dev.switchboard.system.Groups;
import dev.switchboard.system.Page;
import java.security.Principal;
import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Who is signed in, and who else there is to give work to. */
@RestController
class StaffController {

    private static final int MOST = 500;

    private final IdentityService identity;

    StaffController(IdentityService identity) {
        this.identity = identity;
    }

    record Staff(String id, String name, String email, List<String> groups) {}

    @GetMapping("/api/me")
    Staff me(Principal user) {
        return of(identity.createUserQuery().userId(user.getName()).singleResult());
    }

    @GetMapping("/api/staff")
    Page<Staff> all() {
        var users = identity.createUserQuery().orderByUserId().asc().listPage(0, MOST);
        return new Page<>(
                users.stream()
                        .map(this::of)
                        .filter(user -> user.groups().stream().anyMatch(Groups.ALL::contains))
                        .toList(),
                null);
    }

    private Staff of(User user) {
        var name = (text(user.getFirstName()) + " " + text(user.getLastName())).strip();
        var groups = identity.createGroupQuery().groupMember(user.getId()).list().stream()
                .map(Group::getId)
                .sorted()
                .toList();
        return new Staff(user.getId(), name.isEmpty() ? user.getId() : name, user.getEmail(), groups);
    }

    private static String text(String part) {
        return part == null ? "" : part;
    }
}
