import '@mantine/core/styles.css';
import '@mantine/notifications/styles.css';
import './theme.css';
import { MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { QueryClientProvider } from '@tanstack/react-query';
import { createRoot } from 'react-dom/client';
import { App } from './app';
import { queries } from './api/cache';
import { theme } from './ui/theme';

createRoot(document.getElementById('root') as HTMLElement).render(
    // No style element is written by script: our content policy has no 'unsafe-inline'
    <MantineProvider theme={theme} defaultColorScheme="auto" withCssVariables={false} withGlobalClasses={false}>
        <Notifications position="bottom-right" limit={3} />
        <QueryClientProvider client={queries}>
            <App />
        </QueryClientProvider>
    </MantineProvider>,
);
