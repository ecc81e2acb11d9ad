package dev.switchboard.process;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/** Groups, rights, filters and the first administrator exist before the first request is answered. */
@Component
class StaffAccess implements SmartInitializingSingleton {

    private final StaffRights rights;
    private final TaskFilters filters;
    private final AdminAccount administrator;

    StaffAccess(StaffRights rights, TaskFilters filters, AdminAccount administrator) {
        this.rights = rights;
        this.filters = filters;
        this.administrator = administrator;
    }

    @Override
    public void afterSingletonsInstantiated() {
        rights.grant();
        filters.publish();
        administrator.ensure();
    }
}
