@echo off
rem rollcall check-config, from an administrator's prompt: what is set on this PC and whether it works here and now.
setlocal DisableDelayedExpansion
if /i "%~1"=="check-config" goto run
echo Usage: rollcall check-config [--offline] [FILE]>&2
exit /b 64
:run
"%~dp0..\jre\bin\java.exe" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -XX:-UsePerfData --enable-native-access=ALL-UNNAMED "-Djna.boot.library.path=%~dp0." -Djna.nounpack=true -cp "%~dp0..\lib\*" org.rollcall.agent.check.CheckConfig %*
exit /b %errorlevel%
