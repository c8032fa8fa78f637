@echo off
rem Lets a double click on .blueprint files open Blueprint Editor, for the person who runs this,
rem or takes that away again with --remove. No administrator rights are needed.
setlocal
set "classes=HKCU\Software\Classes"
set "type=BlueprintEditor.Document"

if "%~1"=="--remove" goto remove
if not "%~1"=="" goto usage

set "program=%~dp0blueprint-editor-gui.exe"
if not exist "%program%" goto missing
reg add "%classes%\%type%" /ve /d "Service blueprint" /f >nul || goto failed
reg add "%classes%\%type%\DefaultIcon" /ve /d "\"%program%\",0" /f >nul || goto failed
reg add "%classes%\%type%\shell\open\command" /ve /d "\"%program%\" \"%%1\"" /f >nul || goto failed
reg add "%classes%\.blueprint\OpenWithProgids" /v "%type%" /t REG_SZ /d "" /f >nul || goto failed
reg add "%classes%\.blueprint" /ve /d "%type%" /f >nul || goto failed
echo .blueprint files are opened by Blueprint Editor now.
exit /b 0

:remove
reg delete "%classes%\%type%" /f >nul 2>nul
reg delete "%classes%\.blueprint\OpenWithProgids" /v "%type%" /f >nul 2>nul
rem Another program may have taken the file type over since.
reg query "%classes%\.blueprint" /ve 2>nul | find "%type%" >nul && reg delete "%classes%\.blueprint" /ve /f >nul
echo .blueprint files are no longer opened by Blueprint Editor.
exit /b 0

:usage
echo usage: associate.cmd [--remove]
exit /b 2

:missing
echo "%program%" is not there; run this from the unpacked folder.
exit /b 1

:failed
echo The registry refused the change.
exit /b 1
