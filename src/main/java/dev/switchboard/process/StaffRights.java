package dev.switchboard.process;

import static org.camunda.bpm.engine.authorization.Permissions.ACCESS;
import static org.camunda.bpm.engine.authorization.Permissions.ALL;
import static org.camunda.bpm.engine.authorization.Permissions.CREATE;
import static org.camunda.bpm.engine.authorization.Permissions.CREATE_INSTANCE;
import static org.camunda.bpm.engine.authorization.Permissions.MIGRATE_INSTANCE;
import static org.camunda.bpm.engine.authorization.Permissions.READ;
import static org.camunda.bpm.engine.authorization.Permissions.READ_HISTORY;
import static org.camunda.bpm.engine.authorization.Permissions.READ_INSTANCE;
import static org.camunda.bpm.engine.authorization.Permissions.READ_TASK;
import static org.camunda.bpm.engine.authorization.Permissions.UPDATE;
import static org.camunda.bpm.engine.authorization.Permissions.UPDATE_TASK;

import dev.switchboard.system.Groups;
import java.util.List;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.springframework.stereotype.Component;

/**
 * The groups and what the engine lets them do. They are set at every start: who needs other rights gets them as a user
 * or through a group of one's own. The right to a task comes with its candidate group and is not granted here.
 */
@Component
class StaffRights {

    private final IdentityService identity;
    private final AuthorizationService authorizations;

    StaffRights(IdentityService identity, AuthorizationService authorizations) {
        this.identity = identity;
        this.authorizations = authorizations;
    }

    void grant() {
        for (var group : Groups.ALL) {
            create(group);
        }
        for (var resource : Resources.values()) {
            grant(Groups.ADMINISTRATORS, resource, Authorization.ANY, ALL);
        }
        for (var group : Groups.ALL) {
            if (!group.equals(Groups.ADMINISTRATORS)) {
                grantStaff(group);
            }
        }
        grant(Groups.LEADS, Resources.TASK, Authorization.ANY, READ, UPDATE);
        grant(
                Groups.LEADS,
                Resources.PROCESS_DEFINITION,
                Authorization.ANY,
                READ,
                READ_INSTANCE,
                READ_HISTORY,
                READ_TASK,
                UPDATE_TASK,
                ProcessDefinitionPermissions.RETRY_JOB);
        grant(Groups.PROCESS_OWNERS, Resources.APPLICATION, "cockpit", ACCESS);
        grant(
                Groups.PROCESS_OWNERS,
                Resources.PROCESS_DEFINITION,
                Authorization.ANY,
                READ,
                READ_INSTANCE,
                READ_HISTORY,
                ProcessDefinitionPermissions.RETRY_JOB,
                MIGRATE_INSTANCE);
        grant(Groups.PROCESS_OWNERS, Resources.DEPLOYMENT, Authorization.ANY, CREATE, READ);
        grant(Groups.PROCESS_OWNERS, Resources.DECISION_DEFINITION, Authorization.ANY, READ, READ_HISTORY);
        grant(Groups.PROCESS_OWNERS, Resources.DECISION_REQUIREMENTS_DEFINITION, Authorization.ANY, READ);
    }

    void grantFilter(String filterId) {
        for (var group : Groups.ALL) {
            grant(group, Resources.FILTER, filterId, READ);
        }
    }

    /** What Tasklist shows beside a task: its diagram, history and the people; and the one process started by hand. */
    private void grantStaff(String group) {
        grant(group, Resources.APPLICATION, "tasklist", ACCESS);
        grant(group, Resources.PROCESS_DEFINITION, Authorization.ANY, READ, READ_INSTANCE, READ_HISTORY);
        grant(group, Resources.PROCESS_DEFINITION, ClientOnboarding.KEY, CREATE_INSTANCE);
        grant(group, Resources.PROCESS_INSTANCE, Authorization.ANY, CREATE);
        grant(group, Resources.USER, Authorization.ANY, READ);
        grant(group, Resources.GROUP, Authorization.ANY, READ);
    }

    private void create(String id) {
        if (identity.createGroupQuery().groupId(id).count() == 0) {
            var group = identity.newGroup(id);
            group.setName(id);
            group.setType("WORKFLOW");
            identity.saveGroup(group);
        }
    }

    private void grant(String group, Resource resource, String resourceId, Permission... permissions) {
        var existing = authorizations
                .createAuthorizationQuery()
                .authorizationType(Authorization.AUTH_TYPE_GRANT)
                .groupIdIn(group)
                .resourceType(resource)
                .resourceId(resourceId)
                .singleResult();
        var authorization = existing;
        if (existing == null) {
            authorization = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
            authorization.setGroupId(group);
            authorization.setResource(resource);
            authorization.setResourceId(resourceId);
        } else if (List.of(existing.getPermissions(permissions)).size() == permissions.length) {
            return;
        }
        authorization.setPermissions(permissions);
        authorizations.saveAuthorization(authorization);
    }
}
