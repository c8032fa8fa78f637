#!/bin/sh
# Installs Blueprint Editor for the person who runs this, or takes it away again with --remove.
# Neither needs administrator rights; documents and settings are left alone.
set -eu

id=fi.blueprint_editor.BlueprintEditor
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
data=${XDG_DATA_HOME:-$HOME/.local/share}
program=$data/blueprint-editor
start=$HOME/.local/bin/blueprint-editor

# Menus and file managers read the new files even where these tools are missing, only later.
renew() {
    update-mime-database "$data/mime" 2>/dev/null || true
    update-desktop-database "$data/applications" 2>/dev/null || true
    gtk-update-icon-cache -q -t -f "$data/icons/hicolor" 2>/dev/null || true
}

remove() {
    rm -rf -- "$program"
    if [ -L "$start" ]; then rm -f -- "$start"; fi
    rm -f -- "$data/applications/$id.desktop" "$data/mime/packages/$id.xml" \
        "$data/metainfo/$id.metainfo.xml" "$data"/icons/hicolor/*/apps/$id.png
}

case ${1-} in
--remove)
    remove
    renew
    echo "Blueprint Editor was removed. Documents and settings were left."
    exit 0
    ;;
"") ;;
*)
    echo "usage: install.sh [--remove]" >&2
    exit 2
    ;;
esac

if [ "$here" = "$program" ]; then
    echo "This is the installed program; run install.sh from the unpacked folder." >&2
    exit 2
fi
if [ -e "$start" ] && [ ! -L "$start" ]; then
    echo "$start is another program; move it away first." >&2
    exit 1
fi
mkdir -p "$data/applications" "$data/mime/packages" "$data/metainfo" "$HOME/.local/bin"
# The new program is whole before the old one goes.
rm -rf -- "$program.new"
cp -R -- "$here" "$program.new"
remove
mv -- "$program.new" "$program"

ln -s -- "$program/blueprint-editor" "$start"
cp -R -- "$here/share/icons" "$data/"
cp -- "$here/share/$id.mime.xml" "$data/mime/packages/$id.xml"
cp -- "$here/share/$id.metainfo.xml" "$data/metainfo/"
# Desktop entries quote the path of a program, and escape what is special inside quotes.
quoted=$(printf '%s' "$program/blueprint-editor" | sed -e 's/[\\"`$]/\\\\&/g' -e 's/%/%%/g')
entry=$data/applications/$id.desktop
while IFS= read -r line; do
    case $line in
    Exec=*) printf 'Exec="%s" %%F\n' "$quoted" ;;
    *) printf '%s\n' "$line" ;;
    esac
done <"$here/share/$id.desktop" >"$entry.new"
mv -- "$entry.new" "$entry"
renew
echo "Blueprint Editor is in the menu now, and blueprint-editor in $HOME/.local/bin."
