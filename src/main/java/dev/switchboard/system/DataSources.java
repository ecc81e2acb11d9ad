package dev.switchboard.system;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.mybatis.spring.boot.autoconfigure.ConfigurationCustomizer;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/**
 * Two stores in embedded mode: SQLite for CRM data, H2 for the engine, which has no SQLite dialect. A CRM transaction
 * therefore commits by itself, before the engine's: see docs/decisions/0001-two-stores.md.
 */
@Configuration
class DataSources {

    @Bean
    @Primary
    DataSource dataSource(SwitchboardProperties properties, Environment environment) {
        // Better no start than data in another place than the one that was asked for
        if (!environment.getProperty("switchboard.database-url", "").isBlank()) {
            throw new CannotStart("SWITCHBOARD_DATABASE_URL is set, but this version keeps its data in"
                    + " SWITCHBOARD_DATA_DIR alone: leave it out.");
        }
        var sqlite = new SQLiteConfig();
        sqlite.setJournalMode(SQLiteConfig.JournalMode.WAL);
        // FULL, because an acknowledged text must survive a power cut, not only a crash of this process
        sqlite.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        sqlite.setBusyTimeout(15_000);
        sqlite.enforceForeignKeys(true);
        // What is erased must not stay readable in the file's free pages
        sqlite.setPragma(SQLiteConfig.Pragma.SECURE_DELETE, "true");
        // A transaction that reads first and writes later would fail with SQLITE_BUSY_SNAPSHOT when DEFERRED
        sqlite.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
        var dataSource = new SQLiteDataSource(sqlite);
        dataSource.setUrl("jdbc:sqlite:" + folder(properties).resolve("switchboard.db"));
        var pool = new HikariDataSource();
        pool.setPoolName("crm");
        pool.setDataSource(dataSource);
        pool.setMaximumPoolSize(POOL_SIZE);
        return pool;
    }

    @Bean
    @Primary
    PlatformTransactionManager transactionManager(DataSource dataSource) {
        return new DataSourceTransactionManager(dataSource);
    }

    @Bean
    DataSource camundaBpmDataSource(SwitchboardProperties properties) {
        var pool = new HikariDataSource();
        pool.setPoolName("engine");
        // WRITE_DELAY=0: a committed job stays committed when the power goes
        var url = "jdbc:h2:file:" + folder(properties).resolve("engine").toAbsolutePath()
                + ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE";
        Residue.rewriteIfAsked(properties.dataDir(), url, ENGINE_USER);
        pool.setJdbcUrl(url);
        pool.setUsername(ENGINE_USER);
        pool.setMaximumPoolSize(POOL_SIZE);
        return pool;
    }

    @Bean
    PlatformTransactionManager camundaBpmTransactionManager(
            @Qualifier("camundaBpmDataSource") DataSource camundaBpmDataSource) {
        return new DataSourceTransactionManager(camundaBpmDataSource);
    }

    @Bean
    ConfigurationCustomizer typeHandlers() {
        return configuration -> {
            configuration.getTypeHandlerRegistry().register(InstantTypeHandler.class);
            configuration.setDefaultEnumTypeHandler(EnumTypeHandler.class);
        };
    }

    /** A delegate keeps its connection while it works: the job threads and the web's share must fit. */
    private static final int POOL_SIZE = 32;

    private static final String ENGINE_USER = "sa";

    private static Path folder(SwitchboardProperties properties) {
        try {
            return Files.createDirectories(properties.dataDir());
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "SWITCHBOARD_DATA_DIR=" + properties.dataDir() + " cannot be created or written", e);
        }
    }
}
