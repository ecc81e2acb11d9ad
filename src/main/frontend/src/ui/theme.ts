import { createTheme } from '@mantine/core';

/** Only what components read in script; the colours lie in theme.css. */
export const theme = createTheme({
    primaryColor: 'blue',
    defaultRadius: 'md',
    cursorType: 'pointer',
    respectReducedMotion: true,
    // Holding the page still behind a dialog is done with a <style> element, which the content policy refuses
    components: { Modal: { defaultProps: { lockScroll: false } } },
});
