package dev.switchboard.process;

import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.impl.AbstractQuery;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.persistence.entity.FilterManager;

/** A filter whose expressions would be refused when it is used is not saved in the first place. */
class CheckedFilters extends FilterManager {

    @Override
    public Filter insertOrUpdateFilter(Filter filter) {
        AbstractQuery<?, ?> query = filter.getQuery();
        check(query);
        if (query instanceof TaskQueryImpl tasks) {
            tasks.getQueries().forEach(CheckedFilters::check);
        }
        return super.insertOrUpdateFilter(filter);
    }

    private static void check(AbstractQuery<?, ?> query) {
        query.getExpressions().values().forEach(QueryExpressions::check);
    }

    /** Takes the place of the engine's own filters. */
    static class Factory implements SessionFactory {

        @Override
        public Class<?> getSessionType() {
            return FilterManager.class;
        }

        @Override
        public Session openSession() {
            return new CheckedFilters();
        }
    }
}
