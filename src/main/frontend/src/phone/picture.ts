import { t } from '../strings';

const LARGEST = 5_000_000;

export interface Picture {
    contentType: string;
    base64: string;
    preview: string;
}

/** A file as the simulated phone sends it. */
export function pictureOf(file: File): Promise<Picture> {
    if (file.size > LARGEST) {
        return Promise.reject(new Error(t.phone.tooBig));
    }
    return new Promise((resolve, reject) => {
        const reader = new FileReader();
        reader.onload = () => {
            const preview = String(reader.result);
            resolve({ contentType: file.type, base64: preview.slice(preview.indexOf(',') + 1), preview });
        };
        reader.onerror = () => reject(reader.error ?? new Error(t.common.failed));
        reader.readAsDataURL(file);
    });
}
