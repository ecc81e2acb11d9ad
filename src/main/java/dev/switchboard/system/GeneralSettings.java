package dev.switchboard.system;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/** The settings that belong to no capability of their own. */
@Configuration
class GeneralSettings {

    private static final String HOURS = "Working hours";
    private static final String GENERAL = "General";

    @Bean
    @Order(1)
    Setting publicUrlSetting(SwitchboardProperties properties) {
        return new Setting(GENERAL, "Address for the world", properties.publicUrl(), "SWITCHBOARD_PUBLIC_URL");
    }

    @Bean
    @Order(2)
    Setting dataDirSetting(SwitchboardProperties properties) {
        return new Setting(GENERAL, "Data folder", properties.dataDir().toString(), "SWITCHBOARD_DATA_DIR");
    }

    @Bean
    @Order(3)
    Setting regionSetting(SwitchboardProperties properties) {
        return new Setting(
                GENERAL, "Numbers without a country", properties.defaultRegion(), "SWITCHBOARD_DEFAULT_REGION");
    }

    @Bean
    @Order(10)
    Setting businessHoursSetting(WorkingHoursProperties hours) {
        return new Setting(HOURS, "Open", hours.businessHours(), "SWITCHBOARD_BUSINESS_HOURS");
    }

    @Bean
    @Order(11)
    Setting timeZoneSetting(WorkingHoursProperties hours) {
        return new Setting(HOURS, "Time zone", hours.zone().getId(), "SWITCHBOARD_TIME_ZONE");
    }

    @Bean
    @Order(12)
    Setting holidaysSetting(WorkingHoursProperties hours) {
        return new Setting(HOURS, "Holidays", hours.holidays(), "SWITCHBOARD_HOLIDAYS");
    }

    @Bean
    @Order(13)
    Setting nudgeSetting(WorkingHoursProperties hours) {
        return new Setting(HOURS, "A client is reminded after", hours.nudgeAfter(), "SWITCHBOARD_NUDGE_AFTER");
    }

    @Bean
    @Order(14)
    Setting giveUpSetting(WorkingHoursProperties hours) {
        return new Setting(HOURS, "A client is waited for", hours.giveUpAfter(), "SWITCHBOARD_GIVE_UP_AFTER");
    }
}
