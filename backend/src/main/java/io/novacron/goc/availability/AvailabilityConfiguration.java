package io.novacron.goc.availability;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

/** Lets the settings of the room be read. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AvailabilitySettings.class)
class AvailabilityConfiguration {}
