import { createRequire } from 'node:module';

const resolve = createRequire(import.meta.url).resolve;

/** Be Vietnam Pro's files, in node_modules wherever this code was built to. */
export const labelFonts = {
  regular: resolve('@expo-google-fonts/be-vietnam-pro/400Regular/BeVietnamPro_400Regular.ttf'),
  bold: resolve('@expo-google-fonts/be-vietnam-pro/700Bold/BeVietnamPro_700Bold.ttf'),
};
